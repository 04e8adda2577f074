package dev.tradewind.metrics.diversification;

import dev.tradewind.metrics.flow.Flow;
import dev.tradewind.metrics.indicator.Concentration;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.indicator.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one region's row from its figures to the partner, to the world, and to everybody. */
final class DiversificationRow {
  private final Series series;
  private final Indicator partner;
  private final Indicator world;
  private final Map<String, long[]> partners = new HashMap<>();
  private final List<String> reasons = new ArrayList<>();

  /**
   * Takes the figures.
   *
   * @param flows of this region by partner; of all regions for the nation
   */
  DiversificationRow(Series series, Indicator partner, Indicator world, List<Flow> flows) {
    this.series = series;
    this.partner = partner;
    this.world = world;
    for (Flow flow : flows) {
      long[] both = partners.computeIfAbsent(flow.partner(), code -> new long[2]);
      both[0] = Math.addExact(both[0], flow.value());
      both[1] = Math.addExact(both[1], flow.base());
    }
  }

  DiversificationItem item(String name, Guard guard, int top, List<Rerouting> rerouting) {
    BigDecimal rest = minus(world.value(), partner.value());
    BigDecimal restBase = minus(world.baseValue(), partner.baseValue());
    BigDecimal restChange = minus(world.change(), partner.change());
    Optional<Offset> offset = offset(restChange, guard);
    Optional<Concentration> now = whole(world) ? concentration(0) : Optional.empty();
    Optional<Concentration> before = restChange != null ? concentration(1) : Optional.empty();
    boolean judged = restChange != null;
    boolean concentrations = now.isPresent() && before.isPresent();
    if (whole(world) && now.isEmpty()) {
      reasons.add("no HHI: no exports to the world");
    }
    return new DiversificationItem(
        partner.region(),
        name,
        series.partner().id(),
        series.sector().id(),
        series.period().toString(),
        series.window().id(),
        series.currency(),
        Money.text(partner.value()),
        Money.text(partner.baseValue()),
        Money.text(partner.change()),
        Money.text(rest),
        Money.text(restBase),
        Money.text(restChange),
        offset.map(Offset::ratio).orElse(null),
        offset.map(Offset::kind).map(OffsetClass::id).orElse(null),
        now.map(Concentration::hhi).orElse(null),
        concentrations ? now.get().hhi().subtract(before.get().hhi()) : null,
        now.map(Concentration::markets).orElse(null),
        concentrations ? now.get().markets().subtract(before.get().markets()) : null,
        judged ? gains(top) : List.of(),
        judged ? !rerouting.isEmpty() : null,
        judged ? rerouting.stream().map(ReroutingItem::of).toList() : List.of(),
        status().id(),
        reasons());
  }

  private Optional<Offset> offset(@Nullable BigDecimal restChange, Guard guard) {
    BigDecimal change = partner.change();
    BigDecimal base = partner.baseValue();
    if (restChange == null || change == null || base == null) {
      return Optional.empty();
    }
    Offset offset = Offset.of(change, base, restChange, guard, series.currency());
    if (offset.reason() != null) {
      reasons.add(offset.reason());
    }
    return Optional.of(offset);
  }

  private Optional<Concentration> concentration(int side) {
    List<Long> amounts = partners.values().stream().map(both -> both[side]).toList();
    return amounts.stream().allMatch(amount -> amount == 0)
        ? Optional.empty()
        : Optional.of(Concentration.of(amounts));
  }

  private List<PartnerGain> gains(int top) {
    return partners.entrySet().stream()
        .filter(e -> !series.partner().codes().contains(e.getKey()))
        .filter(e -> e.getValue()[0] > e.getValue()[1])
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, long[]> e) -> e.getValue()[0] - e.getValue()[1])
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(top)
        .map(e -> PartnerGain.of(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }

  /** What the figures to the partner are worth, unless those to the world are worth less. */
  private Status status() {
    return comparable(partner) && !comparable(world) ? world.status() : partner.status();
  }

  private List<String> reasons() {
    Set<String> all = new LinkedHashSet<>(partner.reasons());
    if (!comparable(world)) {
      world.reasons().forEach(reason -> all.add("to the world: " + reason));
    }
    all.addAll(reasons);
    return List.copyOf(all);
  }

  private static boolean whole(Indicator row) {
    return row.status() != Status.HOLE;
  }

  private static boolean comparable(Indicator row) {
    return whole(row) && row.status() != Status.NOT_COMPARABLE;
  }

  private static @Nullable BigDecimal minus(@Nullable BigDecimal left, @Nullable BigDecimal right) {
    return left == null || right == null ? null : left.subtract(right);
  }
}
