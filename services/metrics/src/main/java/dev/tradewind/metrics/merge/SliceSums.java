package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.fact.Levels;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The sums that indicators are made of: recomputed from facts, never incremented. */
final class SliceSums {
  private static final String RECOMPUTE =
      """
      WITH sums AS MATERIALIZED (
        SELECT m.sector, f.region, coalesce(f.partner, 'WLD') AS partner,
               (CASE WHEN GROUPING (f.partner) = 0 THEN sum(f.value) FILTER (WHERE f.cell)
                     ELSE sum(f.value) FILTER (WHERE f.world) END)::bigint AS value
        FROM (SELECT f.product, f.region, f.partner, f.value, %1$s AS cell, %2$s AS world
              FROM fact f
              WHERE f.currency = $1 AND f.period = $2 AND f.region = ANY ($3)) f
        JOIN product_sector m ON m.product = f.product AND m.year = $4 AND m.sector = ANY ($5)
        GROUP BY GROUPING SETS ((m.sector, f.region, f.partner), (m.sector, f.region))),
      places AS (SELECT * FROM unnest($3::text[], $6::int[]) AS p (region, place)),
      known AS MATERIALIZED (
        SELECT x.sector, x.partner, p.place, x.sums[p.place] AS value
        FROM slice x, places p
        WHERE x.currency = $1 AND x.period = $2 AND x.sector = ANY ($5)
          AND x.sums[p.place] IS NOT NULL),
      diff AS MATERIALIZED (
        SELECT coalesce(s.sector, k.sector) AS sector, coalesce(s.partner, k.partner) AS partner,
               coalesce(s.place, k.place) AS place, s.value
        FROM (SELECT sector, partner, place, value FROM sums JOIN places USING (region)) s
        FULL JOIN known k
          ON k.sector = s.sector AND k.partner = s.partner AND k.place = s.place
        WHERE s.value IS DISTINCT FROM k.value),
      moved AS (
        SELECT sector, partner, array_agg(place) AS places, array_agg(value) AS news
        FROM diff GROUP BY sector, partner),
      packed AS MATERIALIZED (
        SELECT m.sector, m.partner,
               ARRAY (SELECT CASE WHEN n = ANY (m.places)
                                  THEN m.news[array_position(m.places, n)] ELSE x.sums[n] END
                      FROM generate_series(1, %3$d) AS n ORDER BY n) AS sums
        FROM moved m
        LEFT JOIN slice x
          ON x.currency = $1 AND x.period = $2 AND x.sector = m.sector AND x.partner = m.partner),
      gone AS (
        DELETE FROM slice x USING packed p
        WHERE array_remove(p.sums, NULL) = '{}' AND x.currency = $1 AND x.period = $2
          AND x.sector = p.sector AND x.partner = p.partner)
      INSERT INTO slice (currency, period, sector, partner, sums)
      SELECT $1, $2, sector, partner, sums FROM packed WHERE array_remove(sums, NULL) <> '{}'
      ORDER BY sector, partner
      ON CONFLICT (currency, period, sector, partner) DO UPDATE SET sums = EXCLUDED.sums
      """;

  private SliceSums() {}

  /** Makes sure that the sectors of these products are known for the year. */
  static void assign(Session session, int year, Set<String> products) {
    List<String> codes = new ArrayList<>();
    List<String> sectors = new ArrayList<>();
    for (String product : products) {
      codes.add(product);
      sectors.add(Sector.ALL);
      codes.add(product);
      sectors.add(SectorFilter.chapter(product));
      for (Sector sector : Sector.all()) {
        if (sector.contains(product, year)) {
          codes.add(product);
          sectors.add(sector.id());
        }
      }
    }
    session.run(
        """
        INSERT INTO product_sector (product, year, sector)
        SELECT m.product, $1, m.sector FROM unnest($2::text[], $3::text[]) AS m (product, sector)
        ON CONFLICT DO NOTHING
        """,
        year,
        codes.toArray(String[]::new),
        sectors.toArray(String[]::new));
  }

  /** The sectors and chapters that hold any of these products in a year, and everything. */
  static Set<String> sectors(Session session, int year, Set<String> products) {
    return Set.copyOf(
        session.list(
            "SELECT DISTINCT sector FROM product_sector WHERE year = $1 AND product = ANY ($2)",
            row -> row.getString(0),
            year,
            products.toArray(String[]::new)));
  }

  /** All sectors and chapters that have a product in the month's year, or sums in the month. */
  static Set<String> sectors(Session session, String currency, int period) {
    return Set.copyOf(
        session.list(
            """
            SELECT sector FROM product_sector WHERE year = $3
            UNION
            SELECT sector FROM slice WHERE currency = $1 AND period = $2
            """,
            row -> row.getString(0),
            currency,
            period,
            period / 100));
  }

  /** Where the region's sum stands; places in SQL begin with 1. */
  private static Integer place(String region) {
    return Objects.requireNonNull(RegionOrder.number(region)) + 1;
  }

  /** Sums the facts of these sectors, regions and month anew. */
  static void recompute(
      Session session,
      String currency,
      int period,
      Set<String> sectors,
      Set<String> regions,
      Levels levels) {
    session.run(
        RECOMPUTE.formatted(levels.cell(), levels.world(), RegionOrder.COUNT),
        currency,
        period,
        regions.toArray(String[]::new),
        period / 100,
        sectors.toArray(String[]::new),
        regions.stream().map(SliceSums::place).toArray(Integer[]::new));
  }
}
