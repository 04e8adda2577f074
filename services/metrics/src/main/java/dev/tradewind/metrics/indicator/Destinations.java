package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.reading.Conditions;
import dev.tradewind.metrics.reading.Parameters;
import dev.tradewind.metrics.reading.Reading;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What each region exported to each partner in a window. */
final class Destinations {
  private final Map<Integer, Map<String, Long>> byRegion;

  private Destinations(Map<Integer, Map<String, Long>> byRegion) {
    this.byRegion = byRegion;
  }

  static Destinations read(Reading reading, Series series) {
    Parameters parameters = new Parameters();
    Integer[] months = series.months().toArray(Integer[]::new);
    String sql =
        series.sector().stored()
            ? """
              SELECT region, partner, sum(value)::bigint FROM %s AS s
              WHERE currency = %s AND period = ANY (%s) AND sector = %s AND partner <> 'WLD'
              GROUP BY region, partner
              """
                .formatted(
                    reading.sliceCells(),
                    parameters.add(reading.currency()),
                    parameters.add(months),
                    parameters.add(series.sector().id()))
            : """
              SELECT f.region, f.partner, sum(f.value)::bigint FROM %s f
              WHERE f.currency = %s AND f.period = ANY (%s) AND %s AND %s AND %s
              GROUP BY f.region, f.partner
              """
                .formatted(
                    reading.facts(),
                    parameters.add(reading.currency()),
                    parameters.add(months),
                    Conditions.anyRegion(parameters),
                    Conditions.sector(series.sector(), parameters),
                    reading.levels().world());
    Map<Integer, Map<String, Long>> values = new HashMap<>();
    for (Row row : reading.session().rows(sql, parameters.array())) {
      Integer region = RegionOrder.number(row.getString(0));
      if (region != null) {
        values
            .computeIfAbsent(region, key -> new HashMap<>())
            .put(row.getString(1), row.getLong(2));
      }
    }
    return new Destinations(values);
  }

  /** An area's exports by partner. */
  Collection<Long> of(Area area) {
    Map<String, Long> sums = new HashMap<>();
    for (int region : area.members()) {
      byRegion
          .getOrDefault(region, Map.of())
          .forEach((partner, value) -> sums.merge(partner, value, Math::addExact));
    }
    return sums.values();
  }
}
