package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.reading.Conditions;
import dev.tradewind.metrics.reading.Parameters;
import dev.tradewind.metrics.reading.Reading;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits a change of value into quantity and price, product by product and partner by partner:
 * quantity at the prices of the base, {@code Σ v₀·q₁/q₀ − v₀} (Laspeyres), and the rest of the
 * change of those flows, which is price at today's quantities (Paasche). Only flows that have
 * quantities of one unit in every month of both windows are split; the others' change is told as
 * unmatched. The three add up to the change.
 */
final class PriceEffects {
  /**
   * Sums over the flows of an area, in minor units.
   *
   * @param quantity the effect of quantity
   * @param matched the change of the flows that could be split
   * @param matchedValue their value in both windows
   * @param value the value of all flows in both windows
   */
  record Effect(long quantity, long matched, long matchedValue, long value) {
    private static final Effect NONE = new Effect(0, 0, 0, 0);

    private Effect plus(Effect other) {
      return new Effect(
          Math.addExact(quantity, other.quantity),
          Math.addExact(matched, other.matched),
          Math.addExact(matchedValue, other.matchedValue),
          Math.addExact(value, other.value));
    }
  }

  /** One range of the facts' primary key per month and region. */
  private static final String QUERY =
      """
      WITH flow AS (
        SELECT f.region, f.product, f.partner,
               coalesce(sum(f.value) FILTER (WHERE f.period = ANY (%1$s)), 0) AS v1,
               coalesce(sum(f.value) FILTER (WHERE f.period = ANY (%2$s)), 0) AS v0,
               sum(f.quantity) FILTER (WHERE f.period = ANY (%1$s)) AS q1,
               sum(f.quantity) FILTER (WHERE f.period = ANY (%2$s)) AS q0,
               bool_and(f.value = 0 OR coalesce(f.quantity, 0) > 0) AND min(f.unit) = max(f.unit) AS measured
        FROM %3$s f
        WHERE f.currency = %4$s AND f.period = ANY (%5$s) AND %6$s AND %7$s AND %8$s AND %9$s
        GROUP BY f.region, f.product, f.partner),
      matched AS (
        SELECT *, measured AND v0 > 0 AND v1 > 0 AND q0 > 0 AND q1 > 0 AS split FROM flow)
      SELECT region,
             coalesce(sum(round(v0 * q1 / q0) - v0) FILTER (WHERE split), 0)::bigint,
             coalesce(sum(v1 - v0) FILTER (WHERE split), 0)::bigint,
             coalesce(sum(v1 + v0) FILTER (WHERE split), 0)::bigint,
             sum(v1 + v0)::bigint
      FROM matched GROUP BY region
      """;

  private final Map<Integer, Effect> byRegion;

  private PriceEffects(Map<Integer, Effect> byRegion) {
    this.byRegion = byRegion;
  }

  static PriceEffects read(Reading reading, Series series) {
    Parameters parameters = new Parameters();
    Integer[] current = series.months().toArray(Integer[]::new);
    Integer[] base = series.baseMonths().toArray(Integer[]::new);
    Integer[] all =
        java.util.stream.Stream.of(series.months(), series.baseMonths())
            .flatMap(List::stream)
            .distinct()
            .toArray(Integer[]::new);
    String sql =
        QUERY.formatted(
            parameters.add(current),
            parameters.add(base),
            reading.facts(),
            parameters.add(reading.currency()),
            parameters.add(all),
            Conditions.anyRegion(parameters),
            Conditions.sector(series.sector(), parameters),
            series.partner().world()
                ? "TRUE"
                : "f.partner = ANY (" + parameters.add(series.partner().array()) + ")",
            series.partner().world() ? reading.levels().world() : reading.levels().cell());
    Map<Integer, Effect> effects = new HashMap<>();
    for (Row row : reading.session().rows(sql, parameters.array())) {
      Integer region = RegionOrder.number(row.getString(0));
      if (region != null) {
        effects.put(
            region, new Effect(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
      }
    }
    return new PriceEffects(effects);
  }

  /** The sums over an area's regions. */
  Effect of(Area area) {
    Effect sum = Effect.NONE;
    for (int region : area.members()) {
      sum = sum.plus(byRegion.getOrDefault(region, Effect.NONE));
    }
    return sum;
  }
}
