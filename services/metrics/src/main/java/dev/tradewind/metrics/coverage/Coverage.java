package dev.tradewind.metrics.coverage;

import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.group.RegionOrder;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the live submissions of one currency know. Missing data is not zero: a figure says what it
 * covers, and two windows compare only if they cover the same.
 */
public final class Coverage {
  /** More than any dashboard asks for; beyond it, the cache starts afresh. */
  private static final int CACHED = 4_000;

  private record Key(int period, String partner, String sector) {}

  private final List<LiveBox> boxes;
  private final List<BitSet> boxProducts;
  private final ProductIndex products;
  private final NavigableSet<Integer> completeMonths = new TreeSet<>();
  private final NavigableSet<Integer> allMonths = new TreeSet<>();
  private final Map<Key, MonthCover> cache = new ConcurrentHashMap<>();

  /** Of those boxes. */
  public Coverage(Collection<LiveBox> live) {
    boxes = live.stream().sorted(Comparator.comparingLong(LiveBox::vintage).reversed()).toList();
    products = new ProductIndex(boxes);
    boxProducts = boxes.stream().map(box -> products.bits(box.products())).toList();
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
    return completeMonths.descendingSet().stream()
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
    BitSet wanted = products.in(sector, period / 100);
    List<BitSet> covered = perRegion();
    List<BitSet> listed = perRegion();
    List<BitSet> replaced = perRegion();
    Set<String> labels = new TreeSet<>();
    boolean provisional = false;
    for (int i = 0; i < boxes.size(); i++) {
      LiveBox box = boxes.get(i);
      boolean complete = box.months().contains(period);
      if (!box.knows(partner) || (!complete && !box.listedOnly().contains(period))) {
        continue;
      }
      BitSet offered = (BitSet) boxProducts.get(i).clone();
      offered.and(wanted);
      boolean speaks = false;
      for (int region = 0; region < RegionOrder.COUNT; region++) {
        if (box.knows(region)) {
          BitSet fresh = (BitSet) offered.clone();
          fresh.andNot(replaced.get(region));
          speaks |= !fresh.isEmpty();
          (complete ? covered : listed).get(region).or(offered);
          if (complete && box.replaces(partner)) {
            replaced.get(region).or(offered);
          }
        }
      }
      provisional |= speaks && box.provisional();
      if (speaks && box.label() != null) {
        labels.add(box.label());
      }
    }
    for (int region = 0; region < RegionOrder.COUNT; region++) {
      listed.get(region).andNot(covered.get(region));
      products.dropFiner(covered.get(region));
    }
    return new MonthCover(shared(covered), shared(listed), Set.copyOf(labels), provisional);
  }

  private static List<BitSet> perRegion() {
    return IntStream.range(0, RegionOrder.COUNT).mapToObj(region -> new BitSet()).toList();
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
