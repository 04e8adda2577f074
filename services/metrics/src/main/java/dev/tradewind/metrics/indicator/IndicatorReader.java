package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.reading.Readings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes pages of indicators from one snapshot. */
@Singleton
class IndicatorReader {
  private final Readings readings;
  private final long lowBase;

  IndicatorReader(Readings readings, MetricsConfig config) {
    this.readings = readings;
    this.lowBase = config.lowBase();
  }

  /**
   * The page that is asked for.
   *
   * @param order puts the rows in order
   */
  IndicatorPage read(
      Session session, Version version, Question asked, UnaryOperator<List<Indicator>> order) {
    Reading reading = readings.open(session, version, asked);
    SeriesQuestion question = SeriesQuestion.of(asked, reading.groups());
    Coverage coverage = reading.coverage();
    Optional<Series> series = question.series(coverage);
    if (series.isEmpty()) {
      return empty(question, null, null, version, nothingKnown(coverage, question));
    }
    Integer newest = coverage.newest(question.partner(), question.sector());
    String newestPeriod = newest == null ? null : PeriodKey.month(newest).toString();
    List<Area> groups =
        question.areas().stream().filter(area -> Area.of(area.code()) == null).toList();
    IndicatorTable table = table(reading, series.get(), groups);
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
    Map<String, Map<String, @Nullable Object>> more =
        question.more().isEmpty()
            ? Map.of()
            : new ExtraReader(reading, series.get(), table, groups, lowBase)
                .read(question.more(), question.years());
    return new IndicatorPage(
        order.apply(table.rows()).stream()
            .filter(
                row ->
                    question.areas().isEmpty()
                        || question.areas().stream().anyMatch(a -> a.code().equals(row.region())))
            .map(
                row ->
                    IndicatorItem.of(
                        series.get(),
                        row,
                        reading.groups(),
                        more.getOrDefault(row.region(), Map.of())))
            .toList(),
        null,
        series.get().period().toString(),
        newestPeriod,
        question.window().id(),
        question.partner().id(),
        question.sector().id(),
        question.currency(),
        table.coveredProducts(),
        table.partial(),
        table.labels(),
        version.applySeq(),
        null);
  }

  private IndicatorTable table(Reading reading, Series series, List<Area> groups) {
    Set<Integer> months = new TreeSet<>(series.months());
    months.addAll(series.baseMonths());
    MonthSums sums = SliceReader.read(reading, series.sector(), series.partner(), months);
    return IndicatorTable.of(series, reading.coverage(), sums, lowBase, groups);
  }

  private static String nothingKnown(Coverage coverage, SeriesQuestion question) {
    return coverage.boxes().isEmpty()
        ? "no submission in " + question.currency() + " has been applied yet"
        : "nothing is known of partner "
            + question.partner().id()
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
        question.partner().id(),
        question.sector().id(),
        question.currency(),
        0,
        null,
        List.of(),
        version.applySeq(),
        reason);
  }
}
