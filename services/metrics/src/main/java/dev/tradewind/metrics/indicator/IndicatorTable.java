package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.group.Area;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All regions' figures for one partner, sector, window and period.
 *
 * @param series what it is about
 * @param coveredProducts how many products the totals cover
 * @param partial what to say of a total that does not cover all trade; null if it does
 * @param labels what the data are, if not official
 * @param rows the nation first, then the regions in the order of their customs codes, then groups
 */
public record IndicatorTable(
    Series series,
    int coveredProducts,
    @Nullable String partial,
    List<String> labels,
    List<Indicator> rows) {

  /**
   * Computes a table from sums and coverage.
   *
   * @param lowBase bases below this many units of the currency make a rate meaningless
   */
  public static IndicatorTable of(Series series, Coverage coverage, MonthSums sums, long lowBase) {
    return of(series, coverage, sums, lowBase, List.of());
  }

  /**
   * The same with rows for groups of regions after those of the regions.
   *
   * @param groups more areas
   */
  public static IndicatorTable of(
      Series series, Coverage coverage, MonthSums sums, long lowBase, Collection<Area> groups) {
    WindowSide current = new WindowSide(series, false, coverage, sums);
    WindowSide base = new WindowSide(series, true, coverage, sums);
    String partial =
        Completeness.partial(
            coverage, current.counted(Area.NATION), series.sector(), series.period().getYear());
    List<String> labels =
        java.util.stream.Stream.concat(current.labels().stream(), base.labels().stream())
            .distinct()
            .sorted()
            .toList();
    List<String> remarks = new ArrayList<>();
    if (partial != null) {
      remarks.add(partial);
    }
    remarks.addAll(labels);
    IndicatorRows rows = new IndicatorRows(series, current, base, lowBase, remarks);
    List<Indicator> all = new ArrayList<>();
    all.add(rows.row(Area.NATION));
    Area.REGIONS.forEach(region -> all.add(rows.row(region)));
    groups.forEach(group -> all.add(rows.row(group)));
    return new IndicatorTable(
        series, current.counted(Area.NATION).cardinality(), partial, labels, Ranking.byValue(all));
  }

  /**
   * The regions' ranks by value in the base window, by code; empty unless all regions are known
   * alike in both windows.
   */
  public Map<String, Integer> baseRanks() {
    return rows.get(0).shareChange() == null ? Map.of() : Ranking.inBase(rows);
  }

  /** Places that a region has climbed since the base window, negative if it fell. */
  public static @Nullable Integer rankChange(@Nullable Integer baseRank, @Nullable Integer rank) {
    return baseRank == null || rank == null ? null : baseRank - rank;
  }
}
