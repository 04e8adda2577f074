package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.dependence.DependenceReader;
import dev.tradewind.metrics.diversification.DiversificationReader;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.indicator.SeriesQuestion;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.shift.ShiftReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Writes a briefing from one snapshot. */
@Singleton
class BriefingReader {
  private final SnapshotData.Readers readers;

  BriefingReader(
      DiversificationReader diversification,
      ShiftReader shifts,
      DependenceReader dependence,
      MetricsConfig config) {
    this.readers = new SnapshotData.Readers(diversification, shifts, dependence, config.lowBase());
  }

  /** The article in that language. */
  BriefingPage read(
      Reading reading, SeriesQuestion question, Optional<String> asOf, Wording wording) {
    Optional<Series> series = question.series(reading.coverage());
    Integer newest = reading.coverage().newest(question.partner(), question.sector());
    if (series.isEmpty() || newest == null) {
      return nothing(reading, question, wording);
    }
    Scope scope =
        new Scope(
            question.partner().id(),
            series.get().period(),
            question.window(),
            question.currency(),
            PeriodKey.month(newest),
            asOf);
    BriefingData data = new SnapshotData(reading, question, scope, readers);
    IndicatorTable table = data.table(Sector.ALL, scope.window(), scope.period());
    Pen pen = new Pen(scope, wording, name(question, wording));
    List<Section> sections = table.coveredProducts() == 0 ? List.of() : Article.sections(pen, data);
    return new BriefingPage(
        title(pen),
        wording.language(),
        scope.period().toString(),
        scope.newest().toString(),
        scope.window().id(),
        scope.partner(),
        scope.currency(),
        table.coveredProducts(),
        table.partial(),
        table.labels(),
        reading.version().applySeq(),
        sections,
        sections.isEmpty()
            ? "nothing is known for these months; the newest covered period is " + scope.newest()
            : null);
  }

  private static String title(Pen pen) {
    return pen.text(
        "title",
        "partner",
        pen.partner(),
        "span",
        pen.wording().span(pen.scope().period(), pen.scope().window()));
  }

  /** Groups of partners have names of their own. */
  private static String name(SeriesQuestion question, Wording wording) {
    return question.partner().codes().size() == 1
        ? wording.partner(question.partner().codes().get(0))
        : wording.language().equals("zh")
            ? question.partner().nameZh()
            : question.partner().nameEn();
  }

  private static BriefingPage nothing(Reading reading, SeriesQuestion question, Wording wording) {
    return new BriefingPage(
        name(question, wording),
        wording.language(),
        null,
        null,
        question.window().id(),
        question.partner().id(),
        question.currency(),
        0,
        null,
        List.of(),
        reading.version().applySeq(),
        List.of(),
        "nothing is known of exports to " + question.partner().id() + " in " + question.currency());
  }
}
