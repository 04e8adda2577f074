package dev.tradewind.metrics.indicator;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables beside the one asked for that further figures are made of. */
final class Tables {
  private final Reading reading;
  private final Series series;
  private final List<Area> groups;
  private final long lowBase;

  Tables(Reading reading, Series series, List<Area> groups, long lowBase) {
    this.reading = reading;
    this.series = series;
    this.groups = groups;
    this.lowBase = lowBase;
  }

  /** The same in another window. */
  Map<String, Indicator> window(Window window) {
    return rows(
        new Series(series.partner(), series.sector(), window, series.period(), series.currency()));
  }

  /** The same for another sector. */
  Map<String, Indicator> sector(SectorFilter sector) {
    return rows(
        new Series(series.partner(), sector, series.window(), series.period(), series.currency()));
  }

  /** The same for the world. */
  Map<String, Indicator> world() {
    return rows(
        new Series(
            Partners.WORLD, series.sector(), series.window(), series.period(), series.currency()));
  }

  /** The window against the same one that many years before. */
  Map<String, Indicator> against(int years) {
    Series earlier = series.at(series.period().minusYears(years - 1L));
    Set<Integer> months = new TreeSet<>(series.months());
    months.addAll(earlier.baseMonths());
    MonthSums sums = SliceReader.read(reading, series.sector(), series.partner(), months);
    IndicatorRows rows =
        new IndicatorRows(
            series,
            new WindowSide(series, false, reading.coverage(), sums),
            new WindowSide(earlier, true, reading.coverage(), sums),
            lowBase,
            List.of());
    Map<String, Indicator> byCode = new HashMap<>();
    areas().forEach(area -> byCode.put(area.code(), rows.row(area)));
    return byCode;
  }

  /** The rates of the months before. */
  RateHistory before() {
    return new RateHistory(
        series,
        reading.coverage(),
        SliceReader.read(reading, series.sector(), series.partner(), RateHistory.months(series)),
        areas());
  }

  /** The nation, the regions and the groups. */
  List<Area> areas() {
    return Stream.of(List.of(Area.NATION), Area.REGIONS, groups).flatMap(List::stream).toList();
  }

  private Map<String, Indicator> rows(Series other) {
    Set<Integer> months = new TreeSet<>(other.months());
    months.addAll(other.baseMonths());
    MonthSums sums = SliceReader.read(reading, other.sector(), other.partner(), months);
    return byCode(IndicatorTable.of(other, reading.coverage(), sums, lowBase, groups));
  }

  private static Map<String, Indicator> byCode(IndicatorTable table) {
    Map<String, Indicator> rows = new HashMap<>();
    table.rows().forEach(row -> rows.put(row.region(), row));
    return rows;
  }
}
