package dev.tradewind.metrics.export;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.period.PeriodKey;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which months are summed to which period.
 *
 * @param id the name in the API, {@code year} for a calendar year
 * @param from first month; null if open, which only single months may be
 * @param to last month; null if open
 * @param periods the last month of each window, ascending; empty for single months
 * @param months the months of each, in the same order
 */
record Windows(
    String id,
    @Nullable YearMonth from,
    @Nullable YearMonth to,
    List<Integer> periods,
    List<List<Integer>> months) {
  static final String YEAR = "year";
  static final List<String> IDS =
      Stream.concat(Arrays.stream(Window.values()).map(Window::id), Stream.of(YEAR)).toList();

  private static final int MOST = 240;

  /** Of a question; the newest period stands in where a window needs one and none is given. */
  static Windows of(Question question, Supplier<@Nullable Integer> newest) {
    String id = question.oneOf("window", IDS, Window.MONTH.id());
    Optional<YearMonth> period = question.month("period");
    Optional<YearMonth> from = period.or(() -> question.month("from"));
    Optional<YearMonth> to = period.or(() -> question.month("to"));
    if (period.isPresent()
        && (question.text("from").isPresent() || question.text("to").isPresent())) {
      throw Question.bad("period", "give either period or from and to.");
    }
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw Question.bad("from", from.get() + " is after " + to.get() + ".");
    }
    if (id.equals(Window.MONTH.id())) {
      return new Windows(id, from.orElse(null), to.orElse(null), List.of(), List.of());
    }
    Integer known = newest.get();
    YearMonth last =
        to.orElseGet(() -> known == null ? YearMonth.of(2000, 12) : PeriodKey.month(known));
    return windows(id, from.orElse(last), last, period);
  }

  private static Windows windows(
      String id, YearMonth from, YearMonth to, Optional<YearMonth> asked) {
    List<Integer> periods = new ArrayList<>();
    List<List<Integer>> months = new ArrayList<>();
    YearMonth end = id.equals(YEAR) ? to.withMonth(Month.DECEMBER.getValue()) : to;
    for (YearMonth month = from; !month.isAfter(end); month = month.plusMonths(1)) {
      if (exists(id, month)) {
        periods.add(PeriodKey.of(month));
        months.add(window(id).months(month).stream().map(PeriodKey::of).toList());
      }
    }
    if (periods.isEmpty()) {
      throw Question.bad(
          "window", "jan-feb exists for February only, not for " + asked.orElse(to) + ".");
    }
    if (periods.size() > MOST) {
      throw Question.bad("from", "more than " + MOST + " windows; ask for fewer.");
    }
    return new Windows(id, from, end, periods, months);
  }

  private static boolean exists(String id, YearMonth month) {
    return id.equals(YEAR) ? month.getMonth() == Month.DECEMBER : window(id).exists(month);
  }

  /** A calendar year is January to December: the year to date of a December. */
  private static Window window(String id) {
    return id.equals(YEAR) ? Window.YTD : Window.of(id);
  }

  /** Whether a month lies between the first and the last. */
  boolean holds(int month) {
    return (from == null || month >= PeriodKey.of(from))
        && (to == null || month <= PeriodKey.of(to));
  }

  /** Whether each row is one month. */
  boolean single() {
    return periods.isEmpty();
  }

  /** The months of a period. */
  List<Integer> months(int period) {
    int place = periods.indexOf(period);
    return place < 0 ? List.of(period) : Objects.requireNonNull(months.get(place));
  }
}
