package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Set;
import java.util.TreeSet;

/**
 * Derives facts from the history of all live submissions (protocol rule 10). A cell that any of
 * them lists has the value of the newest that claims it: its row, or zero where a newer complete
 * box has none. The result depends on the live submissions only, never on the order in which they
 * came.
 */
final class FactDerivation {
  /**
   * Rows imply a claim of their own submission, so only newer complete boxes can overrule the
   * newest row. Driven by the primary keys of observation and fact (period, region first) and of
   * claim.
   */
  private static final String TEMPLATE =
      """
      WITH newest AS MATERIALIZED (
        SELECT DISTINCT ON (o.region, o.product, o.partner)
               o.region, o.product, o.partner, o.value, o.quantity, o.unit, s.vintage
        FROM observation o
        JOIN submission s ON s.no = o.submission_no AND s.attempt = o.attempt
        WHERE s.state = 'applied' AND s.currency = $1
          AND o.period = $2 AND o.region = ANY ($3) AND o.product = ANY ($4) AND o.partner = ANY ($5)
        ORDER BY o.region, o.product, o.partner, s.vintage DESC),
      derived AS MATERIALIZED (
        SELECT n.region, n.product, n.partner,
               CASE WHEN gone.claimed THEN 0 ELSE n.value END AS value,
               CASE WHEN gone.claimed THEN NULL ELSE n.quantity END AS quantity,
               CASE WHEN gone.claimed THEN NULL ELSE n.unit END AS unit
        FROM newest n,
             LATERAL (SELECT EXISTS (
                 SELECT FROM claim c
                 JOIN claim_region r ON r.box_id = c.box_id AND r.region = n.region
                 JOIN claim_partner p ON p.box_id = c.box_id AND p.partner = n.partner
                 WHERE c.currency = $1 AND c.period = $2 AND c.product = n.product
                   AND c.vintage > n.vintage AND c.live) AS claimed) gone),
      known AS MATERIALIZED (
        SELECT region, product, partner, value, quantity, unit FROM %2$s
        WHERE currency = $1 AND period = $2
          AND region = ANY ($3) AND product = ANY ($4) AND partner = ANY ($5)),
      diff AS MATERIALIZED (
        SELECT coalesce(d.region, k.region) AS region, coalesce(d.product, k.product) AS product,
               coalesce(d.partner, k.partner) AS partner, k.value AS old, d.value AS new,
               d.quantity, d.unit
        FROM derived d
        FULL JOIN known k
          ON k.region = d.region AND k.product = d.product AND k.partner = d.partner
        WHERE (d.value, d.quantity, d.unit) IS DISTINCT FROM (k.value, k.quantity, k.unit)),
      written AS (
        INSERT INTO %2$s (currency, period, region, product, partner, value, quantity, unit)
        SELECT $1, $2, region, product, partner, new, quantity, unit FROM diff
        WHERE new IS NOT NULL
        ORDER BY region, product, partner
        ON CONFLICT (currency, period, region, product, partner) DO UPDATE
          SET value = EXCLUDED.value, quantity = EXCLUDED.quantity, unit = EXCLUDED.unit),
      gone AS (
        DELETE FROM %2$s f USING diff d
        WHERE d.new IS NULL AND f.currency = $1 AND f.period = $2
          AND f.region = d.region AND f.product = d.product AND f.partner = d.partner),
      told AS (
        SELECT region, product, partner,
               CASE WHEN old IS NULL AND %1$s THEN 0 ELSE old END AS old,
               CASE WHEN new IS NULL AND %1$s THEN 0 ELSE new END AS new
        FROM diff d),
      logged AS (
        INSERT INTO revision (apply_seq, currency, period, region, product, partner, old_value,
                              new_value)
        SELECT $6, $1, $2, region, product, partner, old, new FROM told
        WHERE old IS NOT NULL AND new IS DISTINCT FROM old
        ORDER BY region, product, partner)
      SELECT region, count(*) FROM diff GROUP BY region
      """;

  /** A live submission other than the one that comes or goes claims the cell. */
  private static final String OTHERWISE_CLAIMED =
      """
      EXISTS (
               SELECT FROM claim c
               JOIN claim_region r ON r.box_id = c.box_id AND r.region = d.region
               JOIN claim_partner p ON p.box_id = c.box_id AND p.partner = d.partner
               WHERE c.currency = $1 AND c.period = $2 AND c.product = d.product
                 AND c.vintage <> $7 AND c.live)""";

  private static final String FACTS = TEMPLATE.formatted(OTHERWISE_CLAIMED, "fact");
  private static final String REFERENCE = TEMPLATE.formatted(OTHERWISE_CLAIMED, "reference");

  /** Nobody else says anything of these cells: no fact is there, and no other box claims one. */
  private static final String NEW =
      """
      SELECT NOT EXISTS (
               SELECT FROM claim c
               WHERE c.currency = $1 AND c.period = $2 AND c.product = ANY ($4)
                 AND c.vintage <> $6 AND c.live)
         AND NOT EXISTS (
               SELECT FROM fact
               WHERE currency = $1 AND period = $2
                 AND region = ANY ($3) AND product = ANY ($4) AND partner = ANY ($5))
      """;

  /** What the derivation comes to then: its rows are the facts, and nothing is a revision. */
  private static final String TAKE_OVER =
      """
      WITH written AS (
        INSERT INTO fact (currency, period, region, product, partner, value, quantity, unit)
        SELECT s.currency, o.period, o.region, o.product, o.partner, o.value, o.quantity, o.unit
        FROM observation o
        JOIN submission s ON s.no = o.submission_no AND s.attempt = o.attempt
        WHERE s.state = 'applied' AND s.currency = $1 AND s.vintage = $4
          AND o.period = $2 AND o.region = ANY ($3)
        ORDER BY o.region, o.product, o.partner
        RETURNING region)
      SELECT region, count(*) FROM written GROUP BY region
      """;

  /** What a derivation changed. */
  record Changed(long cells, Set<String> regions) {}

  private final Session session;
  private final long applySeq;
  private final long vintage;

  /**
   * For one merge.
   *
   * @param vintage of the submission that comes or goes: what it says itself was not known before,
   *     and is not known after
   */
  FactDerivation(Session session, long applySeq, long vintage) {
    this.session = session;
    this.applySeq = applySeq;
    this.vintage = vintage;
  }

  /** Derives the cells of one month anew and writes what differs. */
  Changed derive(Boxes.Bounds bounds) {
    Set<String> regions = new TreeSet<>(bounds.cells().regions());
    // The nation as reported is kept apart: no sum may take it in.
    if (regions.remove(Region.NATION)) {
      run(REFERENCE, bounds, Set.of(Region.NATION));
    }
    if (regions.isEmpty()) {
      return new Changed(0, Set.of());
    }
    return isNew(bounds, regions) ? takeOver(bounds, regions) : run(FACTS, bounds, regions);
  }

  private boolean isNew(Boxes.Bounds bounds, Set<String> within) {
    return session.one(
        NEW,
        row -> row.getBoolean(0),
        bounds.currency(),
        bounds.period(),
        within.toArray(String[]::new),
        bounds.cells().products().toArray(String[]::new),
        bounds.cells().partners().toArray(String[]::new),
        vintage);
  }

  private Changed takeOver(Boxes.Bounds bounds, Set<String> within) {
    return changed(
        session.rows(
            TAKE_OVER, bounds.currency(), bounds.period(), within.toArray(String[]::new), vintage));
  }

  private Changed run(String derivation, Boxes.Bounds bounds, Set<String> within) {
    return changed(
        session.rows(
            derivation,
            bounds.currency(),
            bounds.period(),
            within.toArray(String[]::new),
            bounds.cells().products().toArray(String[]::new),
            bounds.cells().partners().toArray(String[]::new),
            applySeq,
            vintage));
  }

  private static Changed changed(Iterable<Row> rows) {
    Set<String> regions = new TreeSet<>();
    long cells = 0;
    for (Row row : rows) {
      regions.add(row.getString(0));
      cells += row.getLong(1);
    }
    return new Changed(cells, regions);
  }

  /** How many rows of a submission lie outside what it says it observes. */
  static long strays(Session session, int submission, int attempt, Boxes.Bounds bounds) {
    return session.one(
        """
        SELECT count(*) FROM observation
        WHERE period = $1 AND submission_no = $2 AND attempt = $3
          AND NOT (region = ANY ($4) AND product = ANY ($5) AND partner = ANY ($6))
        """,
        row -> row.getLong(0),
        bounds.period(),
        submission,
        attempt,
        bounds.cells().regions().toArray(String[]::new),
        bounds.cells().products().toArray(String[]::new),
        bounds.cells().partners().toArray(String[]::new));
  }
}
