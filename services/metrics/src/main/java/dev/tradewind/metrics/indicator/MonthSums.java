package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.RegionOrder;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums in minor units by month, partner and region, of one sector and currency. */
public final class MonthSums {
  private record Key(int period, String partner) {}

  private final Map<Key, long[]> sums = new HashMap<>();

  /** Adds to a cell. */
  public void add(int period, String partner, String region, long value) {
    Integer number = RegionOrder.number(region);
    if (number == null) {
      throw new IllegalArgumentException("no region " + region);
    }
    long[] regions = regions(period, partner);
    regions[number] = Math.addExact(regions[number], value);
  }

  /** Adds to the cells of all regions, at their numbers; null is nothing. */
  void add(int period, String partner, @Nullable Long[] values) {
    long[] regions = regions(period, partner);
    for (int region = 0; region < regions.length; region++) {
      Long value = values[region];
      if (value != null) {
        regions[region] = Math.addExact(regions[region], value);
      }
    }
  }

  private long[] regions(int period, String partner) {
    return sums.computeIfAbsent(new Key(period, partner), key -> new long[RegionOrder.COUNT]);
  }

  /** The sums of all regions over months, by the regions' numbers. */
  long[] byRegion(Collection<Integer> months, String partner) {
    long[] totals = new long[RegionOrder.COUNT];
    for (int month : months) {
      long[] regions = sums.get(new Key(month, partner));
      for (int region = 0; regions != null && region < totals.length; region++) {
        totals[region] = Math.addExact(totals[region], regions[region]);
      }
    }
    return totals;
  }

  /** The sum of an area over months. */
  public long over(Collection<Integer> months, String partner, Area area) {
    long sum = 0;
    for (int month : months) {
      long[] regions = sums.get(new Key(month, partner));
      if (regions != null) {
        for (int region : area.members()) {
          sum = Math.addExact(sum, regions[region]);
        }
      }
    }
    return sum;
  }
}
