package dev.tradewind.metrics.indicator;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.LiveBox;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.sector.SectorFilter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Boxes and sums from which a test makes a table. */
final class Scenario {
  static final long LOW_BASE = 1_000_000;

  private final List<LiveBox> boxes = new ArrayList<>();
  private final MonthSums sums = new MonthSums();

  /** A file that observes these products in these months, for all partners and regions. */
  Scenario covers(List<String> products, Integer... months) {
    return box(products, Set.of(months), Set.of(), true, true, List.of());
  }

  Scenario coversPartnersOnly(List<String> products, Set<String> partners, Integer... months) {
    boxes.add(
        new LiveBox(
            "s",
            boxes.size(),
            null,
            "f",
            products,
            new TreeSet<>(Set.of(months)),
            Set.of(),
            partners,
            Set.copyOf(RegionOrder.CODES),
            false,
            true));
    return this;
  }

  Scenario coversRegionsOnly(List<String> products, List<String> regions, Integer... months) {
    return box(products, Set.of(months), Set.of(), true, false, regions);
  }

  Scenario lists(List<String> products, Integer... months) {
    return box(products, Set.of(), Set.of(months), true, true, List.of());
  }

  Scenario labelled(String label, List<String> products, Integer... months) {
    boxes.add(
        new LiveBox(
            "s",
            boxes.size(),
            label,
            "f",
            products,
            new TreeSet<>(Set.of(months)),
            Set.of(),
            Set.of("USA"),
            Set.copyOf(RegionOrder.CODES),
            true,
            true));
    return this;
  }

  /** Whole units exported to the United States, and more to others. */
  Scenario exports(int month, String region, long toUsa, long toOthers) {
    sums.add(month, "USA", region, toUsa * 100);
    sums.add(month, Partner.WORLD, region, (toUsa + toOthers) * 100);
    return this;
  }

  Coverage coverage() {
    return new Coverage(boxes);
  }

  IndicatorTable table(Window window, String period) {
    return table("USA", SectorFilter.ALL, window, period);
  }

  IndicatorTable table(String partner, SectorFilter sector, Window window, String period) {
    return table(partner, sector, window, period, List.of());
  }

  IndicatorTable table(
      String partner, SectorFilter sector, Window window, String period, List<Area> groups) {
    return IndicatorTable.of(
        new Series(partner, sector, window, YearMonth.parse(period), "USD"),
        coverage(),
        sums,
        LOW_BASE,
        groups);
  }

  Indicator row(Window window, String period, String region) {
    return row(table(window, period), region);
  }

  static Indicator row(IndicatorTable table, String region) {
    return table.rows().stream().filter(r -> r.region().equals(region)).findFirst().orElseThrow();
  }

  private Scenario box(
      List<String> products,
      Set<Integer> months,
      Set<Integer> listed,
      boolean allPartners,
      boolean allRegions,
      List<String> regions) {
    boxes.add(
        new LiveBox(
            "s",
            boxes.size(),
            null,
            "f",
            products,
            new TreeSet<>(months),
            new TreeSet<>(listed),
            Set.of("USA"),
            allRegions ? Set.copyOf(RegionOrder.CODES) : Set.copyOf(regions),
            allPartners,
            allRegions));
    return this;
  }
}
