package dev.tradewind.metrics.coverage;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Which products are known of one month, partner and sector, region by region. */
public final class MonthCover {
  private final List<BitSet> covered;
  private final List<BitSet> listed;
  private final BitSet everywhere;
  private final BitSet anywhere;
  private final BitSet listedAnywhere;
  private final Set<String> labels;

  /** Keeps the lists, which have one entry per region, as they are. */
  MonthCover(List<BitSet> covered, List<BitSet> listed, Set<String> labels) {
    this.covered = covered;
    this.listed = listed;
    this.labels = labels;
    everywhere = (BitSet) covered.get(0).clone();
    anywhere = new BitSet();
    listedAnywhere = new BitSet();
    for (int region = 0; region < covered.size(); region++) {
      everywhere.and(covered.get(region));
      anywhere.or(covered.get(region));
      listedAnywhere.or(listed.get(region));
    }
  }

  /** Products wholly known of a region; of the nation if every region's are. Not to be changed. */
  public BitSet covered(int region) {
    return region == RegionOrder.NATION ? everywhere : covered.get(region);
  }

  /** Products wholly known of that region; for the nation, of at least one region. */
  public BitSet touched(int region) {
    return region == RegionOrder.NATION ? anywhere : covered.get(region);
  }

  /** Products of which only listed rows are known. */
  public BitSet listed(int region) {
    return region == RegionOrder.NATION ? listedAnywhere : listed.get(region);
  }

  /** Whether all regions are known alike, so that they can be compared and added up. */
  public boolean uniform() {
    return everywhere.equals(anywhere) && listedAnywhere.isEmpty();
  }

  /** Labels of the submissions that the values come from. */
  public Set<String> labels() {
    return labels;
  }
}
