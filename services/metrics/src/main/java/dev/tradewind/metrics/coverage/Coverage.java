package dev.tradewind.metrics.coverage;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the live submissions of one currency know. Missing data is not zero: a figure says what it
 * covers, and two windows compare only if they cover the same.
 */
public final class Coverage {
  /** More than any dashboard asks for; beyond it, the cache starts afresh. */
  private static final int CACHED = 4_000;

  private record Key(int period, String partner, String sector) {}

  /** What is known of a region, and the boxes of which anything still counts. */
  private record RegionCover(BitSet covered, BitSet listed, BitSet heard) {}

  private final List<LiveBox> boxes;
  private final List<BitSet> boxProducts;
  private final Map<Integer, List<Integer>> boxesOf = new HashMap<>();
  private final ProductIndex products;
  private final NavigableSet<Integer> completeMonths = new TreeSet<>();
  private final NavigableSet<Integer> allMonths = new TreeSet<>();
  private final Map<Key, MonthCover> cache = new ConcurrentHashMap<>();

  /** Of those boxes. */
  public Coverage(Collection<LiveBox> live) {
    boxes = live.stream().sorted(Comparator.comparingLong(LiveBox::vintage).reversed()).toList();
    products = new ProductIndex(boxes);
    boxProducts = boxes.stream().map(box -> products.bits(box.products())).toList();
    for (int i = 0; i < boxes.size(); i++) {
      Set<Integer> months = new TreeSet<>(boxes.get(i).months());
      months.addAll(boxes.get(i).listedOnly());
      for (int month : months) {
        boxesOf.computeIfAbsent(month, key -> new ArrayList<>()).add(i);
      }
    }
    boxes.forEach(box -> completeMonths.addAll(box.months()));
    allMonths.addAll(completeMonths);
    boxes.forEach(box -> allMonths.addAll(box.listedOnly()));
  }

  /** All boxes, newest vintage first. */
  public List<LiveBox> boxes() {
    return boxes;
  }

  /** All products that are known of at all, in order. */
  public List<String> products() {
    return products.codes();
  }

  /** Those that belong to a sector, as numbers. */
  public BitSet products(SectorFilter sector, int year) {
    return products.in(sector, year);
  }

  /** The code of a product in a {@link MonthCover}. */
  public String product(int number) {
    return products.code(number);
  }

  /** Whether codes of several levels overlap, so that sums must leave the finer ones out. */
  public boolean mixesLevels() {
    return products.mixesLevels();
  }

  /** All months of which anything is known, in order, as {@code yyyymm}. */
  public NavigableSet<Integer> months() {
    return allMonths;
  }

  /** The latest month that is wholly known for at least one product, or null. */
  public @Nullable Integer newest(Partners partners, SectorFilter sector) {
    return newest(partners, sector, Window.MONTH);
  }

  /** The same of those that are periods of a window: {@code jan-feb} knows Februaries only. */
  public @Nullable Integer newest(Partners partners, SectorFilter sector, Window window) {
    return completeMonths.descendingSet().stream()
        .filter(month -> window.exists(PeriodKey.month(month)))
        .filter(month -> known(month, partners, sector, false))
        .findFirst()
        .orElse(null);
  }

  /** The same, or else the latest of which at least listed rows are known; or null. */
  public @Nullable Integer newestSeen(Partners partners, SectorFilter sector) {
    Integer complete = newest(partners, sector);
    return complete != null
        ? complete
        : allMonths.descendingSet().stream()
            .filter(month -> known(month, partners, sector, true))
            .findFirst()
            .orElse(null);
  }

  /** What is known of a month; of several partners, what is known of each of them. */
  public MonthCover month(int period, Partners partners, SectorFilter sector) {
    if (partners.codes().size() == 1) {
      return month(period, partners.codes().get(0), sector);
    }
    Key key = new Key(period, partners.id(), sector.id());
    MonthCover known = cache.get(key);
    return known != null ? known : kept(key, together(period, partners, sector));
  }

  /** What is known of a month. */
  public MonthCover month(int period, String partner, SectorFilter sector) {
    Key key = new Key(period, partner, sector.id());
    MonthCover known = cache.get(key);
    return known != null ? known : kept(key, compute(period, partner, sector));
  }

  private MonthCover kept(Key key, MonthCover cover) {
    if (cache.size() >= CACHED) {
      cache.clear();
    }
    cache.put(key, cover);
    return cover;
  }

  /** Partners of which all boxes say alike are looked at once: groups have up to 152. */
  private MonthCover together(int period, Partners partners, SectorFilter sector) {
    Map<BitSet, MonthCover> alike = new HashMap<>();
    for (String partner : partners.codes()) {
      BitSet said = new BitSet(2 * boxes.size());
      for (int i = 0; i < boxes.size(); i++) {
        said.set(2 * i, boxes.get(i).knows(partner));
        said.set(2 * i + 1, boxes.get(i).replaces(partner));
      }
      alike.computeIfAbsent(said, key -> compute(period, partner, sector));
    }
    return MonthCover.together(alike.values());
  }

  private boolean known(int period, Partners partners, SectorFilter sector, boolean listed) {
    MonthCover cover = month(period, partners, sector);
    return !cover.touched(Area.NATION).isEmpty()
        || (listed && !cover.listed(Area.NATION).isEmpty());
  }

  private MonthCover compute(int period, String partner, SectorFilter sector) {
    List<Integer> speaking =
        boxesOf.getOrDefault(period, List.of()).stream()
            .filter(i -> boxes.get(i).knows(partner))
            .toList();
    BitSet wanted = products.in(sector, period / 100);
    // Regions of which the same boxes speak are known alike; mostly they all are.
    Map<BitSet, RegionCover> alike = new HashMap<>();
    List<BitSet> covered = new ArrayList<>(RegionOrder.COUNT);
    List<BitSet> listed = new ArrayList<>(RegionOrder.COUNT);
    for (int region = 0; region < RegionOrder.COUNT; region++) {
      BitSet sources = new BitSet();
      for (int i : speaking) {
        sources.set(i, boxes.get(i).knows(region));
      }
      RegionCover cover =
          alike.computeIfAbsent(sources, key -> cover(key, period, partner, wanted));
      covered.add(cover.covered);
      listed.add(cover.listed);
    }
    Set<String> labels = new TreeSet<>();
    boolean provisional = false;
    BitSet heard = new BitSet();
    alike.values().forEach(cover -> heard.or(cover.heard));
    for (int i = heard.nextSetBit(0); i >= 0; i = heard.nextSetBit(i + 1)) {
      LiveBox box = boxes.get(i);
      provisional |= box.provisional();
      if (box.label() != null) {
        labels.add(box.label());
      }
    }
    return new MonthCover(shared(covered), shared(listed), Set.copyOf(labels), provisional);
  }

  /** What those boxes say of a region; newer ones are asked first. */
  private RegionCover cover(BitSet sources, int period, String partner, BitSet wanted) {
    BitSet covered = new BitSet();
    BitSet listed = new BitSet();
    BitSet replaced = new BitSet();
    BitSet heard = new BitSet();
    for (int i = sources.nextSetBit(0); i >= 0; i = sources.nextSetBit(i + 1)) {
      LiveBox box = boxes.get(i);
      boolean complete = box.months().contains(period);
      BitSet offered = (BitSet) boxProducts.get(i).clone();
      offered.and(wanted);
      BitSet fresh = (BitSet) offered.clone();
      fresh.andNot(replaced);
      heard.set(i, !fresh.isEmpty());
      (complete ? covered : listed).or(offered);
      if (complete && box.replaces(partner)) {
        replaced.or(offered);
      }
    }
    listed.andNot(covered);
    products.dropFiner(covered);
    return new RegionCover(covered, listed, heard);
  }

  /** Regions are mostly known alike; one set then serves them all. */
  private static List<BitSet> shared(List<BitSet> sets) {
    List<BitSet> distinct = new ArrayList<>(sets.size());
    for (BitSet set : sets) {
      int same = distinct.indexOf(set);
      distinct.add(same >= 0 ? distinct.get(same) : set);
    }
    return List.copyOf(distinct);
  }
}
