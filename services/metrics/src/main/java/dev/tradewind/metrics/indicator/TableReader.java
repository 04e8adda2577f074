package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.reading.Reading;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads tables of indicators. */
public final class TableReader {
  private TableReader() {}

  /** The sums of both windows, of the series' partner and of the world. */
  public static MonthSums sums(Reading reading, Series series) {
    Set<Integer> months = new TreeSet<>(series.months());
    months.addAll(series.baseMonths());
    return SliceReader.read(reading, series.sector(), series.partner(), months);
  }

  /** The table of that series, with all regions. */
  public static IndicatorTable table(Reading reading, Series series, long lowBase) {
    return IndicatorTable.of(series, reading.coverage(), sums(reading, series), lowBase);
  }

  /** Those areas that a table does not have of itself. */
  public static List<Area> groups(List<Area> areas) {
    return areas.stream().filter(area -> !area.single() && !area.equals(Area.NATION)).toList();
  }
}
