package dev.tradewind.metrics.indicator;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.MonthCover;
import dev.tradewind.metrics.group.Area;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One of the two windows of a comparison: its sums and what they cover. */
final class WindowSide {
  private static final int NAMED = 3;

  private final List<Integer> months;
  private final List<MonthCover> covers;
  private final List<MonthCover> worldCovers;
  private final long[] values;
  private final long[] worldValues;
  private final Coverage coverage;
  private final boolean base;

  WindowSide(Series series, boolean base, Coverage coverage, MonthSums sums) {
    this.months = base ? series.baseMonths() : series.months();
    this.covers =
        months.stream().map(m -> coverage.month(m, series.partner(), series.sector())).toList();
    this.worldCovers =
        months.stream().map(m -> coverage.month(m, Partner.WORLD, series.sector())).toList();
    this.values = sums.byRegion(months, series.partner().id());
    this.worldValues = sums.byRegion(months, Partner.WORLD);
    this.coverage = coverage;
    this.base = base;
  }

  long value(Area area) {
    return sum(values, area);
  }

  long worldValue(Area area) {
    return sum(worldValues, area);
  }

  private static long sum(long[] regions, Area area) {
    long sum = 0;
    for (int region : area.members()) {
      sum = Math.addExact(sum, regions[region]);
    }
    return sum;
  }

  /** Month by month what kinds of regions an area has: of equal ones, the same is known. */
  List<BitSet> kinds(Area area) {
    return Stream.concat(covers.stream(), worldCovers.stream())
        .map(cover -> cover.kinds(area))
        .toList();
  }

  /** Whether anything at all is known. */
  boolean known(Area area) {
    return covers.stream().anyMatch(c -> !c.covered(area).isEmpty() || !c.listed(area).isEmpty());
  }

  /** Whether all regions are known alike in all months, so that they may be compared and added. */
  boolean uniform() {
    return covers.stream().allMatch(MonthCover::uniform);
  }

  /** Whether the world is known for the same products in the same months. */
  boolean worldKnown(Area area) {
    for (int i = 0; i < covers.size(); i++) {
      if (!covers.get(i).covered(area).equals(worldCovers.get(i).covered(area))
          || !covers.get(i).touched(area).equals(worldCovers.get(i).touched(area))) {
        return false;
      }
    }
    return true;
  }

  /** Whether anything of the world is known. */
  boolean worldSeen(Area area) {
    return worldCovers.stream().anyMatch(c -> !c.covered(area).isEmpty());
  }

  /** Products known of in any month. */
  BitSet products(Area area) {
    BitSet products = new BitSet();
    covers.forEach(cover -> products.or(cover.touched(area)));
    return products;
  }

  /** Products whose values are part of the sum, wholly known or only listed. */
  BitSet counted(Area area) {
    BitSet products = products(area);
    covers.forEach(cover -> products.or(cover.listed(area)));
    return products;
  }

  /** Whether any of the values is called provisional by its sender. */
  boolean provisional() {
    return covers.stream().anyMatch(MonthCover::provisional);
  }

  Set<String> labels() {
    Set<String> labels = new TreeSet<>();
    covers.forEach(cover -> labels.addAll(cover.labels()));
    return labels;
  }

  /** Why months are not known as a whole; empty if all are. */
  List<String> holes(Area area) {
    List<Integer> empty = new ArrayList<>();
    List<Integer> ragged = new ArrayList<>();
    List<Integer> cut = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      MonthCover cover = covers.get(i);
      if (!cover.listed(area).isEmpty()) {
        cut.add(months.get(i));
      } else if (cover.covered(area).isEmpty()) {
        (cover.touched(area).isEmpty() ? empty : ragged).add(months.get(i));
      }
    }
    List<String> holes = new ArrayList<>();
    if (!empty.isEmpty()) {
      holes.add("no data for " + MonthRange.text(empty) + side());
    }
    if (!ragged.isEmpty()) {
      holes.add("not all regions are known in " + MonthRange.text(ragged) + side());
    }
    if (!cut.isEmpty()) {
      holes.add(
          "of "
              + MonthRange.text(cut)
              + " only listed rows are known: cut at 10,000 rows"
              + side());
    }
    return holes;
  }

  /** Which of those products are not known in which months; empty if all are in all. */
  List<String> missing(BitSet expected, Area area) {
    Map<List<Integer>, List<String>> products = new LinkedHashMap<>();
    BitSet somewhere = new BitSet();
    for (MonthCover cover : covers) {
      BitSet absent = (BitSet) expected.clone();
      absent.andNot(cover.covered(area));
      somewhere.or(absent);
    }
    for (int p = somewhere.nextSetBit(0); p >= 0; p = somewhere.nextSetBit(p + 1)) {
      List<Integer> absent = new ArrayList<>();
      for (int i = 0; i < months.size(); i++) {
        if (!covers.get(i).covered(area).get(p)) {
          absent.add(months.get(i));
        }
      }
      if (!absent.isEmpty()) {
        products.computeIfAbsent(absent, key -> new ArrayList<>()).add(coverage.product(p));
      }
    }
    String where = !area.single() && !uniform() ? " for all regions" : "";
    List<String> reasons = new ArrayList<>();
    products.forEach(
        (absent, codes) ->
            reasons.add(
                naming(codes)
                    + " not covered"
                    + where
                    + " in "
                    + MonthRange.text(absent)
                    + side()));
    return reasons;
  }

  private String side() {
    return base ? " (base window)" : " (current window)";
  }

  private static String naming(List<String> codes) {
    if (codes.size() == 1) {
      return "product " + codes.get(0) + " is";
    }
    String named = String.join(", ", codes.subList(0, Math.min(NAMED, codes.size())));
    String more = codes.size() > NAMED ? " and " + (codes.size() - NAMED) + " more" : "";
    return "products " + named + more + " are";
  }
}
