package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.period.PeriodKey;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rates of change of one partner, sector and window, period by period: how unusual is a rate
 * among those before? Each period's rates are computed once, however many periods ask for them.
 */
public final class RateHistory {
  /** How many months before are looked at to tell what is usual. */
  public static final int BEFORE = 36;

  /** Fewer rates than this tell nothing about what is usual. */
  static final int FEWEST = 24;

  private final Series series;
  private final Coverage coverage;
  private final MonthSums sums;
  private final List<Area> areas;
  private final Map<YearMonth, Map<String, BigDecimal>> known = new HashMap<>();

  /**
   * Of sums that hold the months before.
   *
   * @param series whatever its period
   * @param areas those whose rates are asked for
   */
  public RateHistory(Series series, Coverage coverage, MonthSums sums, List<Area> areas) {
    this.series = series;
    this.coverage = coverage;
    this.sums = sums;
    this.areas = List.copyOf(areas);
  }

  /** The months whose sums are needed to judge the series' period. */
  static Set<Integer> months(Series series) {
    Set<Integer> months = new TreeSet<>();
    before(series.period())
        .filter(series.window()::exists)
        .map(series::at)
        .forEach(
            one -> {
              months.addAll(one.months());
              months.addAll(one.baseMonths());
            });
    return months;
  }

  /** The robust score of an area's rate in a period; null where it is undefined. */
  public @Nullable BigDecimal score(YearMonth period, String area, @Nullable BigDecimal rate) {
    if (rate == null) {
      return null;
    }
    List<BigDecimal> before = rates(period, area);
    return before.size() < FEWEST ? null : RobustScore.of(rate, before);
  }

  /** An area's rates in the months before a period, the latest first; those that are defined. */
  List<BigDecimal> rates(YearMonth period, String area) {
    return before(period)
        .filter(series.window()::exists)
        .map(month -> known.computeIfAbsent(month, this::compute).get(area))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Stream<YearMonth> before(YearMonth period) {
    return IntStream.rangeClosed(1, BEFORE).mapToObj(period::minusMonths);
  }

  private Map<String, BigDecimal> compute(YearMonth period) {
    Series one = series.at(period);
    if (coverage.months().isEmpty()
        || PeriodKey.of(one.window().baseMonths(period).get(0)) < coverage.months().first()) {
      return Map.of();
    }
    IndicatorRows rows =
        new IndicatorRows(
            one,
            new WindowSide(one, false, coverage, sums),
            new WindowSide(one, true, coverage, sums),
            0,
            List.of());
    Map<String, BigDecimal> rates = new HashMap<>();
    for (Area area : areas) {
      BigDecimal rate = rows.rate(area);
      if (rate != null) {
        rates.put(area.code(), rate);
      }
    }
    return rates;
  }
}
