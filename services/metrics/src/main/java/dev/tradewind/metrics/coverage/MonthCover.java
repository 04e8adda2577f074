package dev.tradewind.metrics.coverage;

import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.RegionOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which products are known of one month, partner and sector, region by region. */
public final class MonthCover {
  private final List<BitSet> covered;
  private final List<BitSet> listed;
  private final BitSet everywhere;
  private final BitSet anywhere;
  private final BitSet listedAnywhere;
  private final Set<String> labels;
  private final boolean provisional;
  private final int[] kinds;

  /** Keeps the lists, which have one entry per region, as they are. */
  MonthCover(List<BitSet> covered, List<BitSet> listed, Set<String> labels, boolean provisional) {
    this.covered = covered;
    this.listed = listed;
    this.labels = labels;
    this.provisional = provisional;
    this.kinds = kinds(covered, listed);
    everywhere = (BitSet) covered.get(0).clone();
    anywhere = new BitSet();
    listedAnywhere = new BitSet();
    for (int region = 0; region < covered.size(); region++) {
      everywhere.and(covered.get(region));
      anywhere.or(covered.get(region));
      listedAnywhere.or(listed.get(region));
    }
  }

  /** Which regions are known alike: those that have the same number. */
  private static int[] kinds(List<BitSet> covered, List<BitSet> listed) {
    int[] kinds = new int[covered.size()];
    for (int region = 0; region < kinds.length; region++) {
      int like = 0;
      while (!covered.get(like).equals(covered.get(region))
          || !listed.get(like).equals(listed.get(region))) {
        like++;
      }
      kinds[region] = like;
    }
    return kinds;
  }

  /**
   * The distinct kinds of an area's regions. Areas of the same kinds have the same covered, touched
   * and listed products.
   */
  public BitSet kinds(Area area) {
    BitSet all = new BitSet();
    area.members().forEach(region -> all.set(kinds[region]));
    return all;
  }

  /** What is known of several partners together: of each of them. */
  static MonthCover together(Collection<MonthCover> covers) {
    if (covers.size() == 1) {
      return covers.iterator().next();
    }
    List<BitSet> covered = new ArrayList<>();
    List<BitSet> listed = new ArrayList<>();
    Set<String> labels = new TreeSet<>();
    for (int region = 0; region < RegionOrder.COUNT; region++) {
      BitSet all = null;
      BitSet seen = new BitSet();
      for (MonthCover cover : covers) {
        if (all == null) {
          all = (BitSet) cover.covered.get(region).clone();
        } else {
          all.and(cover.covered.get(region));
        }
        seen.or(cover.listed.get(region));
        labels.addAll(cover.labels);
      }
      covered.add(all == null ? new BitSet() : all);
      listed.add(seen);
    }
    return new MonthCover(
        covered, listed, labels, covers.stream().anyMatch(MonthCover::provisional));
  }

  /** Products wholly known of each of an area's regions. Not to be changed. */
  public BitSet covered(Area area) {
    if (area.whole()) {
      return everywhere;
    }
    BitSet all = covered.get(area.members().get(0));
    if (area.single()) {
      return all;
    }
    all = (BitSet) all.clone();
    for (int region : area.members()) {
      all.and(covered.get(region));
    }
    return all;
  }

  /** Products wholly known of at least one of an area's regions. Not to be changed. */
  public BitSet touched(Area area) {
    return area.whole() ? anywhere : union(covered, area);
  }

  /** Products of which only listed rows are known, in any of an area's regions. */
  public BitSet listed(Area area) {
    return area.whole() ? listedAnywhere : union(listed, area);
  }

  /** Whether all regions are known alike, so that they can be compared and added up. */
  public boolean uniform() {
    return everywhere.equals(anywhere) && listedAnywhere.isEmpty();
  }

  /** Labels of the submissions that the values come from. */
  public Set<String> labels() {
    return labels;
  }

  /** Whether any of the values is called provisional by its sender. */
  public boolean provisional() {
    return provisional;
  }

  private static BitSet union(List<BitSet> sets, Area area) {
    if (area.single()) {
      return sets.get(area.members().get(0));
    }
    BitSet union = new BitSet();
    for (int region : area.members()) {
      union.or(sets.get(region));
    }
    return union;
  }
}
