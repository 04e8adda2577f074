package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.IndicatorRow;
import dev.tradewind.contracts.message.IndicatorEvent.Newest;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.epoch.MergeState;
import dev.tradewind.metrics.event.EventTable;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Group;
import dev.tradewind.metrics.group.GroupCatalog;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.indicator.MonthSums;
import dev.tradewind.metrics.indicator.RateHistory;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.indicator.SliceReader;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.sector.SectorFilter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the events of one merge, from the sums as the merge leaves them. */
final class Emission {
  private static final List<Area> ALL =
      Stream.concat(Stream.of(Area.NATION), Area.REGIONS.stream()).toList();

  private record Line(String partner, String sector, Window window) {}

  private final Session session;
  private final MergeState state;
  private final UUID submission;
  private final Watched watched;
  private final long lowBase;
  private final List<Slice> slices = new ArrayList<>();

  Emission(Session session, MergeState state, UUID submission, Watched watched, long lowBase) {
    this.session = session;
    this.state = state;
    this.submission = submission;
    this.watched = watched;
    this.lowBase = lowBase;
  }

  List<Slice> slices() {
    return slices;
  }

  /**
   * Adds the closure of a change: every watched table whose numbers or remarks can move because
   * something in those months did. Tables of what is not and was not known, and tables after the
   * latest month that is or was known, say nothing.
   *
   * @param was the latest month of a sector in what came or went; null for none
   */
  void closure(
      Coverage after,
      String currency,
      Collection<Integer> touched,
      Function<SectorFilter, @Nullable Integer> was) {
    List<Series> series = new ArrayList<>();
    for (SectorFilter sector : watched.sectors()) {
      for (Partners partner : watched.partners()) {
        int last = Math.max(orNever(after.newestSeen(partner, sector)), orNever(was.apply(sector)));
        for (Window window : watched.windows()) {
          periods(window, touched, last)
              .forEach(
                  period ->
                      series.add(
                          new Series(partner, sector, window, PeriodKey.month(period), currency)));
        }
      }
    }
    if (!series.isEmpty()) {
      add(series, after, currency);
    }
  }

  private void add(List<Series> series, Coverage after, String currency) {
    Map<String, MonthSums> sums = sums(series, after, currency);
    Map<Line, RateHistory> histories = new HashMap<>();
    for (Series one : series) {
      MonthSums of = sums.getOrDefault(one.sector().id(), new MonthSums());
      RateHistory history =
          histories.computeIfAbsent(
              new Line(one.partner().id(), one.sector().id(), one.window()),
              line -> new RateHistory(one, after, of, ALL));
      slices.add(slice(IndicatorTable.of(one, after, of, lowBase), history));
    }
  }

  /** One read of each partner's sums, back to where scores look, and one of the world's. */
  private Map<String, MonthSums> sums(List<Series> series, Coverage after, String currency) {
    TreeSet<Integer> own = new TreeSet<>();
    for (Series one : series) {
      own.addAll(one.months());
      own.addAll(one.baseMonths());
    }
    int first = PeriodKey.of(PeriodKey.month(own.first()).minusMonths(RateHistory.BEFORE));
    Reading reading = Reading.now(session, new Version(0, 0, 0), currency, Groups.NONE, after);
    Map<String, MonthSums> sums = new HashMap<>();
    for (String partner : watched.partnerIds()) {
      SliceReader.stored(
          reading,
          watched.sectorIds(),
          partner,
          after.months().subSet(first, true, own.last(), true),
          sums);
    }
    if (!watched.partnerIds().contains(Partner.WORLD)) {
      SliceReader.stored(
          reading,
          watched.sectorIds(),
          Partner.WORLD,
          after.months().subSet(own.first(), true, own.last(), true),
          sums);
    }
    return sums;
  }

  private static int orNever(@Nullable Integer month) {
    return month == null ? 0 : month;
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

  /** The latest covered period of each watched series in a currency. */
  List<Newest> newest(Coverage coverage, String currency) {
    List<Newest> newest = new ArrayList<>();
    for (Partners partner : watched.partners()) {
      for (SectorFilter sector : watched.sectors()) {
        for (Window window : watched.windows()) {
          Integer period = coverage.newest(partner, sector, window);
          if (period != null) {
            newest.add(
                new Newest(partner.id(), sector.id(), window, currency, PeriodKey.month(period)));
          }
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

  private Slice slice(IndicatorTable table, RateHistory history) {
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
        rows(table, history));
  }

  private static List<IndicatorRow> rows(IndicatorTable table, RateHistory history) {
    Map<String, Integer> baseRanks = table.baseRanks();
    YearMonth period = table.series().period();
    return table.rows().stream()
        .map(
            row ->
                row(
                    row,
                    baseRanks.get(row.region()),
                    history.score(period, row.region(), row.yoy())))
        .toList();
  }

  private static IndicatorRow row(
      Indicator row, @Nullable Integer baseRank, @Nullable BigDecimal score) {
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
        score,
        row.status().id(),
        row.reasons());
  }
}
