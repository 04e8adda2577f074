package dev.tradewind.metrics.shift;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.MonthCover;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.indicator.MonthRange;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which product groups both windows know alike. A group of which any product is known in some of
 * the months only is left out, and said to be: else what is not loaded yet would have ceased.
 *
 * @param covered groups that are wholly comparable, in order
 * @param excluded groups that are not, with the reason
 * @param labels what the data are, if not official
 */
record ComparableGroups(List<String> covered, Map<String, String> excluded, Set<String> labels) {

  /**
   * Judges all groups of a level.
   *
   * @param partners those asked about; the world if empty
   * @param areas those asked about; the nation if empty
   */
  static ComparableGroups of(
      Coverage coverage,
      Series series,
      ShiftLevel level,
      List<Partners> partners,
      List<Area> areas) {
    List<Integer> months =
        Stream.concat(series.baseMonths().stream(), series.months().stream()).toList();
    Set<String> labels = new TreeSet<>();
    List<BitSet> known = new ArrayList<>();
    for (int month : months) {
      known.add(known(coverage, series.sector(), month, partners, areas, labels));
    }
    BitSet seen = new BitSet();
    known.forEach(seen::or);
    Set<String> all = new TreeSet<>();
    Map<String, TreeSet<Integer>> missing = new TreeMap<>();
    for (int product = seen.nextSetBit(0); product >= 0; product = seen.nextSetBit(product + 1)) {
      for (int m = 0; m < months.size(); m++) {
        for (String group :
            groups(level, series.sector(), coverage.product(product), months.get(m))) {
          all.add(group);
          if (!known.get(m).get(product)) {
            missing.computeIfAbsent(group, g -> new TreeSet<>()).add(months.get(m));
          }
        }
      }
    }
    Map<String, String> excluded = new TreeMap<>();
    missing.forEach(
        (group, absent) ->
            excluded.put(group, "not covered alike in " + MonthRange.text(List.copyOf(absent))));
    all.removeAll(excluded.keySet());
    return new ComparableGroups(List.copyOf(all), excluded, labels);
  }

  /** Products of a month that are known of all these partners and regions. */
  private static BitSet known(
      Coverage coverage,
      SectorFilter sector,
      int month,
      List<Partners> partners,
      List<Area> areas,
      Set<String> labels) {
    BitSet known = new BitSet();
    boolean first = true;
    for (Partners partner : partners.isEmpty() ? List.of(Partners.WORLD) : partners) {
      MonthCover cover = coverage.month(month, partner, sector);
      labels.addAll(cover.labels());
      for (Area area : areas.isEmpty() ? List.of(Area.NATION) : areas) {
        BitSet covered = cover.covered(area);
        if (first) {
          known.or(covered);
          first = false;
        } else {
          known.and(covered);
        }
      }
    }
    return known;
  }

  private static List<String> groups(
      ShiftLevel level, SectorFilter only, String product, int month) {
    if (level.sectors() && only instanceof SectorFilter.Listed) {
      return List.of(only.id());
    }
    if (level.sectors()) {
      return Sector.all().stream()
          .filter(Sector::isDefault)
          .filter(sector -> sector.contains(product, PeriodKey.year(month)))
          .map(Sector::id)
          .toList();
    }
    return product.length() < level.digits()
        ? List.of()
        : List.of(product.substring(0, level.digits()));
  }
}
