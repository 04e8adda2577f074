package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.coverage.RegionOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    long[] regions =
        sums.computeIfAbsent(new Key(period, partner), key -> new long[RegionOrder.COUNT]);
    regions[number] = Math.addExact(regions[number], value);
  }

  /** The sum of a region, or of the nation, over months. */
  long over(List<Integer> months, String partner, int region) {
    long sum = 0;
    for (int month : months) {
      long[] regions = sums.get(new Key(month, partner));
      if (regions != null) {
        sum = Math.addExact(sum, region == RegionOrder.NATION ? total(regions) : regions[region]);
      }
    }
    return sum;
  }

  private static long total(long[] regions) {
    long total = 0;
    for (long region : regions) {
      total = Math.addExact(total, region);
    }
    return total;
  }
}
