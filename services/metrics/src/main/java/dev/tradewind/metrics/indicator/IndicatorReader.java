package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.CoverageCache;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.period.PeriodKey;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes pages of indicators from one snapshot. */
@Singleton
class IndicatorReader {
  private final CoverageCache coverages;
  private final long lowBase;

  IndicatorReader(CoverageCache coverages, MetricsConfig config) {
    this.coverages = coverages;
    this.lowBase = config.lowBase();
  }

  /**
   * The page that is asked for.
   *
   * @param order puts the rows in order
   */
  IndicatorPage read(
      Session session,
      Version version,
      SeriesQuestion question,
      UnaryOperator<List<Indicator>> order) {
    Coverage coverage = coverages.get(session, version, question.currency());
    Optional<Series> series = question.series(coverage);
    if (series.isEmpty()) {
      return empty(question, null, null, version, nothingKnown(coverage, question));
    }
    Integer newest = coverage.newest(question.partner(), question.sector());
    String newestPeriod = newest == null ? null : PeriodKey.month(newest).toString();
    IndicatorTable table = table(session, coverage, series.get());
    if (table.coveredProducts() == 0) {
      return empty(
          question,
          series.get().period().toString(),
          newestPeriod,
          version,
          "nothing is known for "
              + MonthRange.text(series.get().months())
              + (newestPeriod == null ? "" : "; the newest covered period is " + newestPeriod));
    }
    return new IndicatorPage(
        order.apply(table.rows()).stream()
            .filter(
                row -> question.regions().isEmpty() || question.regions().contains(row.region()))
            .map(row -> IndicatorItem.of(series.get(), row))
            .toList(),
        null,
        series.get().period().toString(),
        newestPeriod,
        question.window().id(),
        question.partner(),
        question.sector().id(),
        question.currency(),
        table.coveredProducts(),
        table.partial(),
        table.labels(),
        version.applySeq(),
        null);
  }

  private IndicatorTable table(Session session, Coverage coverage, Series series) {
    Set<Integer> months = new TreeSet<>(series.months());
    months.addAll(series.baseMonths());
    MonthSums sums =
        SliceReader.read(
            session,
            series.currency(),
            series.sector(),
            series.partner(),
            months,
            coverage.mixesLevels());
    return IndicatorTable.of(series, coverage, sums, lowBase);
  }

  private static String nothingKnown(Coverage coverage, SeriesQuestion question) {
    return coverage.boxes().isEmpty()
        ? "no submission in " + question.currency() + " has been applied yet"
        : "nothing is known of partner "
            + question.partner()
            + " and sector "
            + question.sector().id()
            + " in "
            + question.currency();
  }

  private static IndicatorPage empty(
      SeriesQuestion question,
      @Nullable String period,
      @Nullable String newestPeriod,
      Version version,
      String reason) {
    return new IndicatorPage(
        List.of(),
        null,
        period,
        newestPeriod,
        question.window().id(),
        question.partner(),
        question.sector().id(),
        question.currency(),
        0,
        null,
        List.of(),
        version.applySeq(),
        reason);
  }
}
