package dev.tradewind.metrics.merge;

import dev.tradewind.metrics.database.Session;

/** The tables that say which live vintages claim a cell. */
final class Claims {
  private Claims() {}

  static void add(Session session, int submission) {
    session.run(
        """
        INSERT INTO claim (currency, period, product, vintage, box_id)
        SELECT s.currency, m.period, p.product, s.vintage, b.id
        FROM submission s JOIN box b ON b.submission_no = s.no,
             unnest(b.months) AS m (period), unnest(b.products) AS p (product)
        WHERE s.no = $1
        """,
        submission);
    session.run(
        """
        INSERT INTO claim_region (box_id, region)
        SELECT b.id, r.region FROM box b, unnest(b.regions) AS r (region) WHERE b.submission_no = $1
        """,
        submission);
    session.run(
        """
        INSERT INTO claim_partner (box_id, partner)
        SELECT b.id, p.partner FROM box b, unnest(b.partners) AS p (partner)
        WHERE b.submission_no = $1
        """,
        submission);
  }

  /** They stay, for reads as of an earlier time, but overrule nothing any more. */
  static void retire(Session session, int submission) {
    session.run(
        """
        UPDATE claim SET live = false
        WHERE box_id IN (SELECT id FROM box WHERE submission_no = $1)
        """,
        submission);
  }
}
