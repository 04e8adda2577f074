package dev.tradewind.alerts.notice;

import dev.tradewind.alerts.indicator.About;
import dev.tradewind.alerts.indicator.Cells;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Notice.Item;
import dev.tradewind.alerts.notification.Notice.Level;
import dev.tradewind.alerts.notification.Notice.Ranking;
import dev.tradewind.alerts.notification.OpenIncidents;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.code.Region;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state of a series in its newest period, in short. */
final class Digest {
  private static final int MOST = 5;
  private static final int MOST_INCIDENTS = 10;

  private Digest() {}

  static Notice of(
      Transaction transaction,
      String name,
      Series series,
      YearMonth period,
      String owner,
      List<Notice.Overdue> overdue) {
    Map<String, Figures> figures = new TreeMap<>();
    Cells.figures(transaction, series, Set.of(period))
        .forEach((region, periods) -> figures.put(region, periods.get(period)));
    About about = Cells.about(transaction, series, period);
    return new Notice(
        Notice.Kind.DIGEST,
        name,
        series,
        period,
        about == null ? null : about.partial(),
        about == null ? List.of() : about.labels(),
        owner.isBlank() ? List.of() : List.of(owner),
        items(figures, OpenIncidents.firing(transaction, series, period), overdue));
  }

  /** Nation, largest falls and rises, most exposed, what fires, what is overdue. */
  static List<Item> items(
      Map<String, Figures> figures, List<Member> firing, List<Notice.Overdue> overdue) {
    List<Item> items = new ArrayList<>();
    Figures nation = figures.get(Region.NATION);
    if (nation != null) {
      items.add(new Level(Region.NATION, nation));
    }
    List<Level> provinces =
        figures.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(Region.NATION))
            .filter(entry -> entry.getValue().status().comparable())
            .map(entry -> new Level(entry.getKey(), entry.getValue()))
            .toList();
    add(items, Ranking.Order.FELL, provinces, figure -> negated(change(figure)));
    add(items, Ranking.Order.ROSE, provinces, Digest::change);
    add(items, Ranking.Order.EXPOSED, provinces, Figures::exposure);
    items.add(
        new Notice.Open(
            count(firing, Severity.CRITICAL),
            count(firing, Severity.WARNING),
            firing.stream().limit(MOST_INCIDENTS).toList()));
    items.addAll(overdue);
    return items;
  }

  private static void add(
      List<Item> items,
      Ranking.Order order,
      List<Level> provinces,
      Function<Figures, @Nullable BigDecimal> measure) {
    List<Level> most =
        provinces.stream()
            .filter(level -> positive(measure.apply(level.figures())))
            .sorted(
                Comparator.comparing(
                        (Level level) -> zeroIfUnknown(measure.apply(level.figures())),
                        Comparator.reverseOrder())
                    .thenComparing(Level::region))
            .limit(MOST)
            .toList();
    if (!most.isEmpty()) {
      items.add(new Ranking(order, most));
    }
  }

  private static @Nullable BigDecimal change(Figures figures) {
    BigDecimal value = figures.value();
    BigDecimal base = figures.baseValue();
    return value == null || base == null ? null : value.subtract(base);
  }

  private static @Nullable BigDecimal negated(@Nullable BigDecimal number) {
    return number == null ? null : number.negate();
  }

  private static boolean positive(@Nullable BigDecimal number) {
    return number != null && number.signum() > 0;
  }

  private static BigDecimal zeroIfUnknown(@Nullable BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }

  private static int count(List<Member> firing, Severity severity) {
    return Math.toIntExact(firing.stream().filter(member -> member.severity() == severity).count());
  }
}
