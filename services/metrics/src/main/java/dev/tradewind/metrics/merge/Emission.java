package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.IndicatorRow;
import dev.tradewind.contracts.message.IndicatorEvent.Newest;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.LiveBoxes;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.epoch.MergeState;
import dev.tradewind.metrics.event.EventTable;
import dev.tradewind.metrics.group.Group;
import dev.tradewind.metrics.group.GroupCatalog;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.indicator.MonthSums;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.indicator.SliceReader;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Reading;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the events of one merge, from the sums as the merge leaves them. */
final class Emission {
  private final Session session;
  private final MergeState state;
  private final UUID submission;
  private final long lowBase;
  private final List<Slice> slices = new ArrayList<>();

  Emission(Session session, MergeState state, UUID submission, long lowBase) {
    this.session = session;
    this.state = state;
    this.submission = submission;
    this.lowBase = lowBase;
  }

  List<Slice> slices() {
    return slices;
  }

  /**
   * Adds the closure of a change: every watched table whose numbers or remarks can move because
   * something in those months did. Tables after the latest month that is or was known say nothing.
   */
  void closure(
      Coverage after, String currency, Collection<Integer> touched, @Nullable Integer was) {
    Integer is = after.newestSeen(Watched.PARTNER, Watched.SECTOR);
    if (touched.isEmpty() || (is == null && was == null)) {
      return;
    }
    int last = Math.max(is == null ? 0 : is, was == null ? 0 : was);
    List<Series> series = new ArrayList<>();
    Set<Integer> months = new TreeSet<>();
    for (Window window : Watched.WINDOWS) {
      for (int period : periods(window, touched, last)) {
        Series one = series(window, PeriodKey.month(period), currency);
        series.add(one);
        months.addAll(one.months());
        months.addAll(one.baseMonths());
      }
    }
    MonthSums sums =
        SliceReader.read(
            Reading.now(session, new Version(0, 0, 0), currency, Groups.NONE, after),
            Watched.SECTOR,
            Watched.PARTNER,
            months);
    series.forEach(one -> slices.add(slice(IndicatorTable.of(one, after, sums, lowBase))));
  }

  private static Set<Integer> periods(Window window, Collection<Integer> touched, int last) {
    Set<Integer> periods = new TreeSet<>();
    for (int month : touched) {
      window.touchedBy(PeriodKey.month(month)).stream()
          .map(PeriodKey::of)
          .filter(period -> period <= last)
          .forEach(periods::add);
    }
    return periods;
  }

  /** The latest covered period of each watched series, in every currency. */
  static List<Newest> newest(Session session) {
    List<Newest> newest = new ArrayList<>();
    for (String currency : LiveBoxes.currencies(session)) {
      Integer period =
          LiveBoxes.coverage(session, currency).newest(Watched.PARTNER, Watched.SECTOR);
      if (period != null) {
        for (Window window : Watched.WINDOWS) {
          newest.add(
              new Newest(
                  Watched.PARTNER.id(),
                  Watched.SECTOR.id(),
                  window,
                  currency,
                  PeriodKey.month(period)));
        }
      }
    }
    return newest;
  }

  /** The whole policy timeline. */
  static List<IndicatorEvent.PolicyEvent> timeline(Session session) {
    return EventTable.all(session).stream()
        .map(
            event ->
                new IndicatorEvent.PolicyEvent(
                    event.id(),
                    event.date(),
                    event.endDate(),
                    event.titleEn(),
                    event.titleZh(),
                    event.kind(),
                    event.source()))
        .toList();
  }

  /** The groups of regions that there are. */
  static List<IndicatorEvent.RegionGroup> groups(Session session) {
    return GroupCatalog.read(session).current().stream()
        .filter(group -> group.kind() == Group.Kind.REGION)
        .map(
            group ->
                new IndicatorEvent.RegionGroup(
                    group.id(), group.nameEn(), group.nameZh(), group.members()))
        .toList();
  }

  private static Series series(Window window, YearMonth period, String currency) {
    return new Series(Watched.PARTNER, Watched.SECTOR, window, period, currency);
  }

  private Slice slice(IndicatorTable table) {
    Series series = table.series();
    return new Slice(
        IndicatorEvent.SCHEMA_VERSION,
        submission,
        state.epoch(),
        state.applySeq(),
        slices.size(),
        series.partner().id(),
        series.sector().id(),
        series.window(),
        series.period(),
        series.currency(),
        table.coveredProducts(),
        table.partial(),
        table.labels(),
        rows(table));
  }

  private static List<IndicatorRow> rows(IndicatorTable table) {
    Map<String, Integer> baseRanks = table.baseRanks();
    return table.rows().stream().map(row -> row(row, baseRanks.get(row.region()))).toList();
  }

  private static IndicatorRow row(Indicator row, @Nullable Integer baseRank) {
    return new IndicatorRow(
        row.region(),
        Money.text(row.value()),
        Money.text(row.baseValue()),
        Money.text(row.change()),
        row.yoy(),
        row.share(),
        row.shareChange(),
        row.rank(),
        IndicatorTable.rankChange(baseRank, row.rank()),
        row.exposure(),
        row.exposureChange(),
        row.contribution(),
        null,
        row.status().id(),
        row.reasons());
  }
}
