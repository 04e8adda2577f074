package dev.tradewind.metrics.diversification;

import dev.tradewind.metrics.flow.Flow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Goods that fell to a partner and rose to a hub under the same HS code. They may reach the partner
 * by way of the hub, or may not: a pattern, never a cause.
 *
 * @param hub ISO 3166-1 alpha-3
 * @param products HS codes in which both happened
 * @param fall what the partner took less of these, in minor units
 * @param rise what the hub took more
 * @param overlap the most that can have moved: the smaller of both, code by code
 */
public record Rerouting(String hub, List<String> products, long fall, long rise, long overlap) {
  /**
   * Looks for the pattern in one region's flows, or in the nation's, which are added up first.
   *
   * @param partners those that together took less
   * @param least what a fall and a rise must reach to count, in minor units
   * @return the largest overlap first
   */
  public static List<Rerouting> find(List<Flow> flows, Collection<String> partners, long least) {
    Map<String, Map<String, Long>> changes = new TreeMap<>();
    for (Flow flow : flows) {
      changes
          .computeIfAbsent(flow.product(), product -> new HashMap<>())
          .merge(flow.partner(), flow.change(), Math::addExact);
    }
    Map<String, Rerouting> found = new TreeMap<>();
    changes.forEach(
        (product, byPartner) -> {
          long fall = -partners.stream().mapToLong(code -> byPartner.getOrDefault(code, 0L)).sum();
          if (fall > 0 && fall >= least) {
            byPartner.forEach(
                (hub, rise) -> {
                  if (!partners.contains(hub) && rise > 0 && rise >= least) {
                    found.merge(
                        hub,
                        new Rerouting(hub, List.of(product), fall, rise, Math.min(fall, rise)),
                        Rerouting::plus);
                  }
                });
          }
        });
    return found.values().stream()
        .sorted(Comparator.comparingLong(Rerouting::overlap).reversed())
        .toList();
  }

  private Rerouting plus(Rerouting other) {
    List<String> both = new ArrayList<>(products);
    both.addAll(other.products);
    return new Rerouting(
        hub,
        List.copyOf(both),
        Math.addExact(fall, other.fall),
        Math.addExact(rise, other.rise),
        Math.addExact(overlap, other.overlap));
  }
}
