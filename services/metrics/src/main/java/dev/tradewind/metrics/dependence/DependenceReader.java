package dev.tradewind.metrics.dependence;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.indicator.TableReader;
import dev.tradewind.metrics.reading.Reading;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Relates base-year exposure to change, in one snapshot. */
@Singleton
public class DependenceReader {
  private static final int DECEMBER = 12;

  private final long lowBase;

  DependenceReader(MetricsConfig config) {
    this.lowBase = config.lowBase();
  }

  /** The page that is asked for. */
  public DependencePage read(Reading reading, DependenceQuestion question) {
    Optional<Series> series = question.series().series(reading.coverage());
    if (series.isEmpty()) {
      return page(question, null, null, null, List.of(), List.of(), Optional.empty(), reading);
    }
    Series baseYear = baseYear(series.get(), question.wholeYear());
    IndicatorTable inWindow = TableReader.table(reading, series.get(), lowBase);
    IndicatorTable inBaseYear = TableReader.table(reading, baseYear, lowBase);
    List<Candidate> candidates = candidates(inBaseYear, inWindow);
    BigDecimal minBase = question.minBase().orElseGet(() -> leastBase(inWindow));
    List<Point> points =
        candidates.stream()
            .flatMap(one -> one.point(question.population(), minBase).stream())
            .toList();
    Optional<Association> association = Association.of(points);
    Map<String, Influence> influences = new HashMap<>();
    association.ifPresent(
        found -> found.influences().forEach(one -> influences.put(one.point().region(), one)));
    List<DependenceItem> items =
        candidates.stream()
            .map(
                one ->
                    one.item(
                        influences.get(one.inWindow().region()),
                        one.reasons(question.population(), minBase)))
            .toList();
    return page(
        question, inWindow, baseYear.period(), minBase, items, points, association, reading);
  }

  /** The calendar year before, or the base window itself. */
  private static Series baseYear(Series series, boolean wholeYear) {
    YearMonth before = series.period().minusYears(1);
    return wholeYear
        ? new Series(
            series.partner(),
            series.sector(),
            Window.YTD,
            YearMonth.of(before.getYear(), DECEMBER),
            series.currency())
        : new Series(series.partner(), series.sector(), series.window(), before, series.currency());
  }

  private static List<Candidate> candidates(IndicatorTable inBaseYear, IndicatorTable inWindow) {
    Map<String, Indicator> before =
        inBaseYear.rows().stream()
            .collect(Collectors.toMap(Indicator::region, Function.identity()));
    List<Candidate> candidates = new ArrayList<>();
    for (Indicator row : inWindow.rows()) {
      Indicator rowBefore = before.get(row.region());
      if (!row.region().equals(Region.NATION) && rowBefore != null) {
        candidates.add(new Candidate(rowBefore, row));
      }
    }
    return candidates;
  }

  private static BigDecimal leastBase(IndicatorTable table) {
    BigDecimal nation = table.rows().get(0).baseValue();
    return nation == null ? BigDecimal.ZERO : LeastBase.of(nation);
  }

  private static DependencePage page(
      DependenceQuestion question,
      @Nullable IndicatorTable table,
      @Nullable YearMonth exposurePeriod,
      @Nullable BigDecimal minBase,
      List<DependenceItem> items,
      List<Point> points,
      Optional<Association> found,
      Reading reading) {
    return new DependencePage(
        items,
        null,
        table == null ? null : table.series().period().toString(),
        question.series().window().id(),
        exposurePeriod == null ? null : exposurePeriod.toString(),
        question.series().partner().id(),
        question.series().sector().id(),
        question.series().currency(),
        question.population().id(),
        Money.text(minBase),
        points.size(),
        found.map(a -> Decimals.of(a.pearson())).orElse(null),
        found.map(a -> Decimals.of(a.pearsonP())).orElse(null),
        found.map(a -> Decimals.of(a.spearman())).orElse(null),
        found.map(a -> LineItem.of(a.unweighted())).orElse(null),
        found.flatMap(Association::weighted).map(LineItem::of).orElse(null),
        table == null ? null : table.partial(),
        table == null ? List.of() : table.labels(),
        reading.version().applySeq(),
        found.isPresent()
            ? null
            : points.size()
                + " regions count; at least "
                + Association.LEAST_POINTS
                + " with different exposures are needed");
  }
}
