package dev.tradewind.benchmarks.metrics;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What it costs to make sums again, beside a later vintage: one region and month, all regions of a
 * month, and the same statement at the start and at the end of the history.
 */
final class Recompute {
  /** The statement of a merge, for codes of one level. */
  private static final String RECOMPUTE =
      """
      SELECT count(*) FROM (
        SELECT m.sector, f.region, f.partner, sum(f.value)
        FROM fact f JOIN product_sector m ON m.product = f.product AND m.year = %2$d / 100
        WHERE f.currency = 'USD' AND f.period = %2$d AND f.region = ANY (%1$s)
        GROUP BY GROUPING SETS ((m.sector, f.region, f.partner), (m.sector, f.region))) AS sums
      """;

  private static final int REPEATED = 5;

  private Recompute() {}

  static void measure(Connection connection) throws SQLException {
    for (int period : new int[] {202001, 202507}) {
      run(connection, "sums of 1 slice in " + period, RECOMPUTE.formatted("'{CN-GD}'", period));
      run(
          connection,
          "sums of 31 slices in " + period,
          RECOMPUTE.formatted("ARRAY (SELECT DISTINCT region FROM claim_region)", period));
    }
    // A later vintage that changes one province's month: what was before it must be derived.
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO submission (id, vintage, currency, state, attempt, accepted_at, applied_at)
          VALUES (gen_random_uuid(), 1000, 'USD', 'applied', 1, timestamptz '2025-09-10', now())
          """);
      statement.execute(
          """
          INSERT INTO box (submission_no, file, products, months, listed_only, partners, regions,
                           all_partners, all_regions)
          SELECT s.no, 'later.csv', b.products, ARRAY[202508], '{}', b.partners, ARRAY['CN-GD'],
                 true, true
          FROM submission s, (SELECT * FROM box ORDER BY id LIMIT 1) b WHERE s.vintage = 1000
          """);
      statement.execute("UPDATE merge_state SET apply_seq = apply_seq + 1");
    }
  }

  private static void run(Connection connection, String name, String sql) throws SQLException {
    long[] nanos = new long[REPEATED];
    long sums = 0;
    for (int i = 0; i < REPEATED; i++) {
      long begin = System.nanoTime();
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(sql)) {
        rows.next();
        sums = rows.getLong(1);
      }
      nanos[i] = System.nanoTime() - begin;
    }
    System.out.println(
        Latencies.of(nanos).line(name) + String.format(Locale.ROOT, "  sums=%d", sums));
  }
}
