package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.group.RegionOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts regions in an order; ties share the better rank. */
final class Ranking {
  private Ranking() {}

  /**
   * Ranks by value where shares exist, that is where all regions are known alike; the order of the
   * rows stays.
   */
  static List<Indicator> byValue(List<Indicator> rows) {
    List<BigDecimal> values = new ArrayList<>();
    for (Indicator row : rows) {
      if (rankable(row) && row.value() != null) {
        values.add(row.value());
      }
    }
    return rows.stream().map(row -> row.ranked(place(row, values))).toList();
  }

  /**
   * The regions, not the nation, in the order of a measure, with their rank in it; regions without
   * the measure come last and have no rank.
   */
  static List<Indicator> by(
      List<Indicator> rows, Function<Indicator, @Nullable BigDecimal> measure, boolean ascending) {
    Comparator<BigDecimal> direction =
        ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    List<Indicator> known = new ArrayList<>();
    List<Indicator> unknown = new ArrayList<>();
    for (Indicator row : rows) {
      if (region(row)) {
        (measure.apply(row) == null ? unknown : known).add(row);
      }
    }
    known.sort(Comparator.comparing(row -> required(measure.apply(row)), direction));
    List<Indicator> ranked = new ArrayList<>();
    int rank = 0;
    for (int i = 0; i < known.size(); i++) {
      BigDecimal value = required(measure.apply(known.get(i)));
      if (i == 0 || value.compareTo(required(measure.apply(known.get(i - 1)))) != 0) {
        rank = i + 1;
      }
      ranked.add(known.get(i).ranked(rank));
    }
    unknown.forEach(row -> ranked.add(row.ranked(null)));
    return List.copyOf(ranked);
  }

  /** The regions' ranks by the value of the base window, by code. */
  static Map<String, Integer> inBase(List<Indicator> rows) {
    Map<String, BigDecimal> values = new HashMap<>();
    for (Indicator row : rows) {
      if (region(row) && row.baseValue() != null) {
        values.put(row.region(), row.baseValue());
      }
    }
    Map<String, Integer> ranks = new HashMap<>();
    values.forEach((code, value) -> ranks.put(code, place(value, values.values())));
    return ranks;
  }

  private static @Nullable Integer place(Indicator row, List<BigDecimal> values) {
    BigDecimal value = row.value();
    if (!rankable(row) || value == null) {
      return null;
    }
    return place(value, values);
  }

  private static int place(BigDecimal value, Collection<BigDecimal> values) {
    return 1 + (int) values.stream().filter(other -> other.compareTo(value) > 0).count();
  }

  /** Neither the nation nor a group. */
  private static boolean region(Indicator row) {
    return RegionOrder.number(row.region()) != null;
  }

  private static boolean rankable(Indicator row) {
    return region(row) && row.share() != null;
  }

  private static BigDecimal required(@Nullable BigDecimal value) {
    if (value == null) {
      throw new IllegalStateException("a region without the measure was ranked");
    }
    return value;
  }
}
