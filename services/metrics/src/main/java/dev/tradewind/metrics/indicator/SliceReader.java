package dev.tradewind.metrics.indicator;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.fact.Levels;
import dev.tradewind.metrics.sector.SectorFilter;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Collection;

/** Reads the sums that tables are made of. */
public final class SliceReader {
  private SliceReader() {}

  /** The sums of a partner and of the world in those months. */
  public static MonthSums read(
      Session session,
      String currency,
      SectorFilter sector,
      String partner,
      Collection<Integer> months,
      boolean mixesLevels) {
    Integer[] periods = months.stream().distinct().sorted().toArray(Integer[]::new);
    return sums(
        sector.stored()
            ? stored(session, currency, sector, partner, periods)
            : summed(session, currency, sector, partner, periods, mixesLevels));
  }

  /** From the stored sums, by their primary key. */
  private static RowSet<Row> stored(
      Session session, String currency, SectorFilter sector, String partner, Integer[] periods) {
    return session.rows(
        """
        SELECT period, partner, region, value FROM slice
        WHERE currency = $1 AND period = ANY ($2) AND sector = $3 AND partner = ANY ($4)
        """,
        currency,
        periods,
        sector.id(),
        partner.equals(Partner.WORLD)
            ? new String[] {partner}
            : new String[] {partner, Partner.WORLD});
  }

  /** From the facts: an HS prefix is the same in every edition. */
  private static RowSet<Row> summed(
      Session session,
      String currency,
      SectorFilter sector,
      String partner,
      Integer[] periods,
      boolean mixesLevels) {
    String prefix = sector.prefixes(0).get(0);
    return session.rows(
        """
        SELECT period, p.partner, region, sum(value)::bigint
        FROM (SELECT f.period, f.region, f.value,
                     CASE WHEN f.partner = $5 THEN ARRAY[$5, 'WLD'] ELSE ARRAY['WLD'] END AS partners
              FROM fact f
              WHERE f.currency = $1 AND f.period = ANY ($2)
                AND f.product >= $3 AND f.product < $4 %s) AS cell,
             unnest(cell.partners) AS p (partner)
        GROUP BY period, p.partner, region
        """
            .formatted(mixesLevels ? Levels.COARSEST_ONLY : ""),
        currency,
        periods,
        prefix,
        prefix + ":",
        partner);
  }

  private static MonthSums sums(RowSet<Row> rows) {
    MonthSums sums = new MonthSums();
    for (Row row : rows) {
      sums.add(row.getInteger(0), row.getString(1), row.getString(2), row.getLong(3));
    }
    return sums;
  }
}
