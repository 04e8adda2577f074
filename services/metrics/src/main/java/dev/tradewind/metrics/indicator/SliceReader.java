package dev.tradewind.metrics.indicator;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.reading.Conditions;
import dev.tradewind.metrics.reading.Parameters;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.sector.SectorFilter;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
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
    MonthSums sums = new MonthSums();
    for (Row row :
        reading
            .session()
            .rows(
                """
                SELECT period, partner = 'WLD', region, sum(value)::bigint FROM %s AS s
                WHERE currency = $1 AND period = ANY ($2) AND sector = $3
                  AND partner = ANY ($4)
                GROUP BY 1, 2, 3
                """
                    .formatted(reading.slices()),
                reading.currency(),
                periods,
                sector.id(),
                withWorld(partners))) {
      sums.add(
          row.getInteger(0),
          row.getBoolean(1) ? Partner.WORLD : partners.id(),
          row.getString(2),
          row.getLong(3));
    }
    return sums;
  }

  /**
   * The stored sums of several sectors and partners at once, by the sector's id.
   *
   * @param sectors whose sums are stored
   * @param partners codes, or the world's
   */
  public static void stored(
      Reading reading,
      Collection<String> sectors,
      Collection<String> partners,
      Collection<Integer> months,
      Map<String, MonthSums> into) {
    for (Row row :
        reading
            .session()
            .rows(
                """
                SELECT sector, period, partner, array_agg(region), array_agg(value) FROM %s AS s
                WHERE currency = $1 AND period = ANY ($2) AND sector = ANY ($3)
                  AND partner = ANY ($4)
                GROUP BY 1, 2, 3
                """
                    .formatted(reading.slices()),
                reading.currency(),
                months.toArray(Integer[]::new),
                sectors.toArray(String[]::new),
                partners.toArray(String[]::new))) {
      MonthSums sums = into.computeIfAbsent(row.getString(0), key -> new MonthSums());
      String[] regions = row.getArrayOfStrings(3);
      Long[] values = row.getArrayOfLongs(4);
      for (int i = 0; i < regions.length; i++) {
        sums.add(row.getInteger(1), row.getString(2), regions[i], values[i]);
      }
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
