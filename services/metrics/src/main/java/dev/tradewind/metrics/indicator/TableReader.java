package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.database.Session;
import java.util.Set;
import java.util.TreeSet;

/** Reads a table of indicators with all regions. */
public final class TableReader {
  private TableReader() {}

  /** The sums of both windows, of the series' partner and of the world. */
  public static MonthSums sums(Session session, Coverage coverage, Series series) {
    Set<Integer> months = new TreeSet<>(series.months());
    months.addAll(series.baseMonths());
    return SliceReader.read(
        session,
        series.currency(),
        series.sector(),
        series.partner(),
        months,
        coverage.mixesLevels());
  }

  /** The table of that series. */
  public static IndicatorTable table(
      Session session, Coverage coverage, Series series, long lowBase) {
    return IndicatorTable.of(series, coverage, sums(session, coverage, series), lowBase);
  }
}
