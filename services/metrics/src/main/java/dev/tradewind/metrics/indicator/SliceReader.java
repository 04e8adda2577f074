package dev.tradewind.metrics.indicator;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.reading.Conditions;
import dev.tradewind.metrics.reading.Parameters;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.sector.SectorFilter;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the sums that tables are made of. */
public final class SliceReader {
  private SliceReader() {}

  /** The sums of a partner, or of several together, and of the world in those months. */
  public static MonthSums read(
      Reading reading, SectorFilter sector, Partners partners, Collection<Integer> months) {
    Integer[] periods = months.stream().distinct().sorted().toArray(Integer[]::new);
    return sector.stored()
        ? stored(reading, sector, partners, periods)
        : summed(reading, sector, partners, periods);
  }

  /** From the stored sums, by their primary key. */
  private static MonthSums stored(
      Reading reading, SectorFilter sector, Partners partners, Integer[] periods) {
    Map<String, MonthSums> sums = new HashMap<>();
    stored(reading, List.of(sector.id()), partners.id(), withWorld(partners), periods, sums);
    return sums.getOrDefault(sector.id(), new MonthSums());
  }

  /**
   * The stored sums of one partner, or of the world, in several sectors at once.
   *
   * @param sectors the ids of sectors whose sums are stored
   * @param partner a code
   * @param into the sums by sector; they are added to
   */
  public static void stored(
      Reading reading,
      Collection<String> sectors,
      String partner,
      Collection<Integer> months,
      Map<String, MonthSums> into) {
    stored(reading, sectors, partner, new String[] {partner}, months.toArray(Integer[]::new), into);
  }

  private static void stored(
      Reading reading,
      Collection<String> sectors,
      String partner,
      String[] codes,
      Integer[] periods,
      Map<String, MonthSums> into) {
    for (Row row :
        reading
            .session()
            .rows(
                """
                SELECT s.sector, s.period, s.partner = 'WLD', s.sums FROM %s AS s
                WHERE s.currency = $1 AND s.period = ANY ($2) AND s.sector = ANY ($3)
                  AND s.partner = ANY ($4)
                """
                    .formatted(reading.slices()),
                reading.currency(),
                periods,
                sectors.toArray(String[]::new),
                codes)) {
      into.computeIfAbsent(row.getString(0), key -> new MonthSums())
          .add(
              row.getInteger(1),
              row.getBoolean(2) ? Partner.WORLD : partner,
              row.getArrayOfLongs(3));
    }
  }

  /** In one list, so that the key is read for these partners only. */
  private static String[] withWorld(Partners partners) {
    return Stream.concat(partners.codes().stream(), Stream.of(Partner.WORLD))
        .distinct()
        .toArray(String[]::new);
  }

  /** From the facts, by their primary key: one range per month and region. */
  private static MonthSums summed(
      Reading reading, SectorFilter sector, Partners partners, Integer[] periods) {
    Parameters parameters = new Parameters();
    String sql =
        """
        SELECT f.period, f.region, sum(f.value) FILTER (WHERE %1$s)::bigint,
               sum(f.value) FILTER (WHERE f.partner = ANY (%2$s) AND %3$s)::bigint
        FROM %4$s f
        WHERE f.currency = %5$s AND f.period = ANY (%6$s) AND %7$s AND %8$s
        GROUP BY f.period, f.region
        """
            .formatted(
                reading.levels().world(),
                parameters.add(partners.array()),
                reading.levels().cell(),
                reading.facts(),
                parameters.add(reading.currency()),
                parameters.add(periods),
                Conditions.anyRegion(parameters),
                Conditions.sector(sector, parameters));
    MonthSums sums = new MonthSums();
    for (Row row : reading.session().rows(sql, parameters.array())) {
      add(sums, row, Partner.WORLD, 2);
      if (!partners.world()) {
        add(sums, row, partners.id(), 3);
      }
    }
    return sums;
  }

  private static void add(MonthSums sums, Row row, String partner, int column) {
    Long value = row.getLong(column);
    if (value != null) {
      sums.add(row.getInteger(0), partner, row.getString(1), value);
    }
  }
}
