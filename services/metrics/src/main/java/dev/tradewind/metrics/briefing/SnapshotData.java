package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.dependence.DependencePage;
import dev.tradewind.metrics.dependence.DependenceQuestion;
import dev.tradewind.metrics.dependence.DependenceReader;
import dev.tradewind.metrics.dependence.Population;
import dev.tradewind.metrics.diversification.DiversificationItem;
import dev.tradewind.metrics.diversification.DiversificationQuestion;
import dev.tradewind.metrics.diversification.DiversificationReader;
import dev.tradewind.metrics.event.EventTable;
import dev.tradewind.metrics.event.PolicyEvent;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.indicator.SeriesQuestion;
import dev.tradewind.metrics.indicator.TableReader;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.shift.ShiftPage;
import dev.tradewind.metrics.shift.ShiftQuestion;
import dev.tradewind.metrics.shift.ShiftReader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API's own readers in one snapshot; what is asked for twice is read once. */
final class SnapshotData implements BriefingData {
  private static final int GAINS = 8;
  private static final int SHIFTS = 100;

  private final Reading reading;
  private final SeriesQuestion question;
  private final Scope scope;
  private final Readers readers;
  private final Map<String, IndicatorTable> tables = new HashMap<>();

  /** What reads. */
  record Readers(
      DiversificationReader diversification,
      ShiftReader shifts,
      DependenceReader dependence,
      long lowBase) {}

  SnapshotData(Reading reading, SeriesQuestion question, Scope scope, Readers readers) {
    this.reading = reading;
    this.question = question;
    this.scope = scope;
    this.readers = readers;
  }

  @Override
  public IndicatorTable table(String sector, Window window, YearMonth period) {
    return tables.computeIfAbsent(
        sector + " " + window + " " + period,
        key ->
            TableReader.table(
                reading,
                new Series(
                    question.partner(), of(sector).sector(), window, period, question.currency()),
                readers.lowBase));
  }

  @Override
  public List<DiversificationItem> diversification(String sector) {
    return readers
        .diversification
        .read(reading, DiversificationQuestion.of(of(sector), readers.lowBase, GAINS))
        .items();
  }

  @Override
  public ShiftPage shifts(String level) {
    return readers.shifts.read(reading, ShiftQuestion.strongest(world(), level, SHIFTS));
  }

  @Override
  public DependencePage dependence() {
    return readers.dependence.read(
        reading, new DependenceQuestion(of("all"), true, Population.FELL, Optional.empty()));
  }

  @Override
  public List<PolicyEvent> events() {
    LocalDate first = scope.first().atDay(1);
    LocalDate last = scope.period().atEndOfMonth();
    return reading
        .then()
        .map(then -> EventTable.between(reading.session(), first, last, then))
        .orElseGet(() -> EventTable.between(reading.session(), first, last));
  }

  private SeriesQuestion of(String sector) {
    SeriesQuestion one = BriefingQuestion.of(question, sector, reading.groups());
    return new SeriesQuestion(
        one.partner(),
        one.sector(),
        scope.window(),
        Optional.of(scope.period()),
        one.currency(),
        one.areas());
  }

  /** Shifts are between any partners. */
  private SeriesQuestion world() {
    SeriesQuestion all = of("all");
    return new SeriesQuestion(
        dev.tradewind.metrics.group.Partners.WORLD,
        all.sector(),
        all.window(),
        all.period(),
        all.currency(),
        all.areas());
  }
}
