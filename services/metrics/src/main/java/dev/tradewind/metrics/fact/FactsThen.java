package dev.tradewind.metrics.fact;

import dev.tradewind.metrics.group.RegionOrder;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Facts and sums as they were, as tables to read from. Months in which nothing has changed since
 * are read as they are; the others are derived from the history by the merge's own rule: the value
 * of a cell is what the newest claimant says, its row or zero.
 */
public final class FactsThen {
  private FactsThen() {}

  /**
   * A table with the columns of {@code fact}.
   *
   * @param currency three letters
   * @param moved months that were different
   * @param live which submissions counted then, a condition on {@code submission s}
   */
  public static String facts(String currency, MovedMonths moved, String live) {
    return derived("fact", "o.region <> 'CN'", currency, moved, live);
  }

  /** A table with the columns of {@code reference}; otherwise the same. */
  public static String reference(String currency, MovedMonths moved, String live) {
    return derived("reference", "o.region = 'CN'", currency, moved, live);
  }

  private static String derived(
      String table, String regions, String currency, MovedMonths moved, String live) {
    return """
        (SELECT currency, period, region, product, partner, value, quantity, unit FROM %4$s
         WHERE currency = '%1$s' AND period <> ALL (%2$s)
         UNION ALL
         SELECT '%1$s', n.period, n.region, n.product, n.partner,
                CASE WHEN gone.claimed THEN 0 ELSE n.value END,
                CASE WHEN gone.claimed THEN NULL ELSE n.quantity END,
                CASE WHEN gone.claimed THEN NULL ELSE n.unit END
         FROM (SELECT DISTINCT ON (o.period, o.region, o.product, o.partner)
                      o.period, o.region, o.product, o.partner, o.value, o.quantity, o.unit,
                      s.vintage
               FROM observation o
               JOIN submission s ON s.no = o.submission_no AND s.attempt = o.attempt
               WHERE o.period = ANY (%6$s) AND %5$s AND s.currency = '%1$s' AND %3$s
               ORDER BY o.period, o.region, o.product, o.partner, s.vintage DESC) n,
              LATERAL (SELECT EXISTS (
                SELECT FROM claim c
                JOIN claim_region r ON r.box_id = c.box_id AND r.region = n.region
                JOIN claim_partner p ON p.box_id = c.box_id AND p.partner = n.partner
                JOIN box b ON b.id = c.box_id
                JOIN submission s ON s.no = b.submission_no
                WHERE c.currency = '%1$s' AND c.period = n.period AND c.product = n.product
                  AND c.vintage > n.vintage AND %3$s) AS claimed) gone)
        """
        .formatted(currency, months(moved.all()), live, table, regions, months(moved.known()));
  }

  /**
   * A table with the columns of {@code slice_cell}.
   *
   * @param facts from {@link #facts}
   * @param levels which facts count
   */
  public static String sliceCells(String currency, MovedMonths moved, String facts, Levels levels) {
    return """
        (SELECT currency, period, sector, partner, region, value FROM slice_cell
         WHERE currency = '%s' AND period <> ALL (%s)
         UNION ALL
         %s)
        """
        .formatted(currency, months(moved.all()), sums(moved, facts, levels));
  }

  /** A table with the columns of {@code slice}; otherwise the same. */
  public static String slices(String currency, MovedMonths moved, String facts, Levels levels) {
    return """
        (SELECT currency, period, sector, partner, sums FROM slice
         WHERE currency = '%s' AND period <> ALL (%s)
         UNION ALL
         SELECT currency, period, sector, partner, %s FROM (%s) AS derived
         GROUP BY currency, period, sector, partner)
        """
        .formatted(currency, months(moved.all()), RegionOrder.PACKED, sums(moved, facts, levels));
  }

  private static String sums(MovedMonths moved, String facts, Levels levels) {
    return """
        SELECT f.currency, f.period, m.sector, f.partner, f.region, sum(f.value)::bigint AS value
        FROM %1$s f JOIN product_sector m ON m.product = f.product AND m.year = f.period / 100
        WHERE f.period = ANY (%4$s) AND %2$s
        GROUP BY f.currency, f.period, m.sector, f.partner, f.region
        UNION ALL
        SELECT f.currency, f.period, m.sector, 'WLD', f.region, sum(f.value)::bigint
        FROM %1$s f JOIN product_sector m ON m.product = f.product AND m.year = f.period / 100
        WHERE f.period = ANY (%4$s) AND %3$s
        GROUP BY f.currency, f.period, m.sector, f.region
        """
        .formatted(facts, levels.cell(), levels.world(), months(moved.known()));
  }

  private static String months(Collection<Integer> months) {
    return months.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::int[]"));
  }
}
