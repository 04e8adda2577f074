package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.group.Area;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the rows of one table. */
final class IndicatorRows {
  private record Kinds(List<BitSet> current, List<BitSet> base, boolean single) {}

  /** What is known of an area: the same for all that are known alike. */
  private record Known(
      List<String> holes,
      List<String> gaps,
      boolean value,
      boolean baseValue,
      boolean world,
      boolean baseWorld) {
    boolean comparable() {
      return holes.isEmpty() && gaps.isEmpty();
    }
  }

  private final Series series;
  private final WindowSide current;
  private final WindowSide base;
  private final long lowBase;
  private final List<String> remarks;
  private final boolean shareable;
  private final boolean baseShareable;
  private final boolean nationComparable;
  private final Map<Kinds, Known> known = new HashMap<>();

  IndicatorRows(
      Series series, WindowSide current, WindowSide base, long lowBase, List<String> remarks) {
    this.series = series;
    this.current = current;
    this.base = base;
    this.lowBase = lowBase;
    this.remarks = remarks;
    this.shareable = current.uniform() && current.holes(Area.NATION).isEmpty();
    this.baseShareable = base.uniform() && base.holes(Area.NATION).isEmpty();
    this.nationComparable = shareable && baseShareable && known(Area.NATION).gaps.isEmpty();
  }

  Indicator row(Area area) {
    Known what = known(area);
    List<String> reasons = new ArrayList<>(what.holes);
    reasons.addAll(what.gaps);
    boolean whole = what.holes.isEmpty();
    boolean comparable = what.comparable();
    long value = current.value(area);
    long baseValue = base.value(area);
    Status status = status(whole, comparable, value, baseValue, reasons);
    BigDecimal exposure = whole ? exposure(area, reasons) : null;
    BigDecimal share = whole ? share(value, reasons) : null;
    BigDecimal contribution = comparable ? contribution(value - baseValue, reasons) : null;
    reasons.addAll(remarks);
    return new Indicator(
        area.code(),
        what.value ? Money.units(value) : null,
        what.baseValue ? Money.units(baseValue) : null,
        comparable ? Money.units(value - baseValue) : null,
        comparable ? Rates.of(value - baseValue, baseValue) : null,
        share,
        share != null && nationComparable ? shareChange(value, baseValue) : null,
        null,
        exposure,
        exposure != null && comparable ? exposureChange(area, reasons) : null,
        contribution,
        status,
        List.copyOf(reasons));
  }

  /** The rate of change alone; null where the row has none. */
  @Nullable BigDecimal rate(Area area) {
    long baseValue = base.value(area);
    return known(area).comparable() ? Rates.of(current.value(area) - baseValue, baseValue) : null;
  }

  private Known known(Area area) {
    return known.computeIfAbsent(
        new Kinds(current.kinds(area), base.kinds(area), area.single()),
        key ->
            new Known(
                current.holes(area),
                gaps(area),
                current.known(area),
                base.known(area),
                current.worldKnown(area),
                base.worldKnown(area)));
  }

  /** Why the windows do not compare; empty if they do. */
  private List<String> gaps(Area area) {
    BitSet expected = current.products(area);
    expected.or(base.products(area));
    List<String> gaps = new ArrayList<>();
    if (!base.known(area)) {
      gaps.addAll(base.holes(area));
      return gaps;
    }
    gaps.addAll(base.holes(area));
    // A window that is a hole already says so.
    if (current.holes(area).isEmpty()) {
      gaps.addAll(current.missing(expected, area));
    }
    if (base.holes(area).isEmpty()) {
      gaps.addAll(base.missing(expected, area));
    }
    return gaps;
  }

  private Status status(
      boolean whole, boolean comparable, long value, long baseValue, List<String> reasons) {
    if (!whole) {
      return Status.HOLE;
    }
    if (!comparable) {
      return Status.NOT_COMPARABLE;
    }
    boolean low = BigDecimal.valueOf(baseValue, 2).abs().compareTo(BigDecimal.valueOf(lowBase)) < 0;
    if (low && baseValue != 0) {
      reasons.add(
          "the base of "
              + Money.text(baseValue)
              + " is below "
              + lowBase
              + " "
              + series.currency());
    }
    if (baseValue == 0) {
      reasons.add(
          value == 0
              ? "no exports in either window, so there is no rate of change"
              : "no exports in the base window, so there is no rate of change");
      return value == 0 ? Status.LOW_BASE : Status.NEW_FLOW;
    }
    if (value == 0) {
      reasons.add("no exports in the current window");
      return Status.CEASED;
    }
    boolean provisional = current.provisional() || base.provisional();
    if (provisional) {
      reasons.add("figures are provisional");
    }
    return low ? Status.LOW_BASE : provisional ? Status.PROVISIONAL : Status.OK;
  }

  private @Nullable BigDecimal share(long value, List<String> reasons) {
    if (!shareable) {
      reasons.add("no share or rank: not all regions are known alike");
      return null;
    }
    BigDecimal share = Rates.of(value, current.value(Area.NATION));
    if (share == null) {
      reasons.add("no share: the nation exported nothing");
    }
    return share;
  }

  private @Nullable BigDecimal shareChange(long value, long baseValue) {
    return Rates.difference(value, current.value(Area.NATION), baseValue, base.value(Area.NATION));
  }

  private @Nullable BigDecimal exposure(Area area, List<String> reasons) {
    if (!known(area).world) {
      reasons.add(
          current.worldSeen(area)
              ? "no exposure: the world is not covered for the same products and months"
              : "no exposure: exports to the world are not covered, only those to single partners");
      return null;
    }
    BigDecimal exposure = Rates.of(current.value(area), current.worldValue(area));
    if (exposure == null) {
      reasons.add("no exposure: no exports to the world");
    }
    return exposure;
  }

  private @Nullable BigDecimal exposureChange(Area area, List<String> reasons) {
    if (!known(area).baseWorld) {
      reasons.add("no exposure change: the world is not covered in the base window");
      return null;
    }
    BigDecimal change =
        Rates.difference(
            current.value(area), current.worldValue(area), base.value(area), base.worldValue(area));
    if (change == null) {
      reasons.add("no exposure change: no exports to the world in the base window");
    }
    return change;
  }

  private @Nullable BigDecimal contribution(long change, List<String> reasons) {
    if (!nationComparable) {
      reasons.add(
          "no share change or contribution: not all regions are known alike in both windows");
      return null;
    }
    BigDecimal contribution = Rates.of(change, base.value(Area.NATION));
    if (contribution == null) {
      reasons.add("no contribution: the nation exported nothing in the base window");
    }
    return contribution;
  }
}
