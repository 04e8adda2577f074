package dev.tradewind.metrics.provenance;

import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Conditions;
import dev.tradewind.metrics.reading.Parameters;
import dev.tradewind.metrics.reading.Reading;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds which vintage each cell of a number comes from, by the merge's own rule. */
final class ProvenanceReader {
  /** A newer vintage whose complete box holds the cell and that does not list it says zero. */
  private static final String ERASER =
      """
      (SELECT max(c.vintage) FROM claim c
       JOIN claim_region r ON r.box_id = c.box_id AND r.region = l.region
       JOIN claim_partner p ON p.box_id = c.box_id AND p.partner = l.partner
       JOIN box b ON b.id = c.box_id
       JOIN submission s ON s.no = b.submission_no
       WHERE c.currency = l.currency AND c.period = l.period AND c.product = l.product
         AND c.vintage > l.vintage AND %s)
      """;

  private static final String QUERY =
      """
      WITH listed AS MATERIALIZED (
        SELECT DISTINCT ON (f.period, f.region, f.product, f.partner)
               s.currency, f.period, f.region, f.product, f.partner, f.value, s.vintage
        FROM observation f
        JOIN submission s ON s.no = f.submission_no AND s.attempt = f.attempt
        WHERE s.currency = %1$s AND %2$s AND f.period = ANY (%3$s) AND f.region = ANY (%4$s)
          AND %5$s AND %6$s
        ORDER BY f.period, f.region, f.product, f.partner, s.vintage DESC),
      said AS MATERIALIZED (
        SELECT l.*, %7$s AS eraser FROM listed l),
      summed AS (
        SELECT coalesce(f.eraser, f.vintage) AS vintage,
               count(*) FILTER (WHERE f.eraser IS NULL) AS cells,
               coalesce(sum(f.value) FILTER (WHERE f.eraser IS NULL), 0)::bigint AS value,
               count(*) FILTER (WHERE f.eraser IS NOT NULL) AS zeros
        FROM said f WHERE %8$s GROUP BY 1)
      SELECT s.id, s.vintage, s.accepted_at, s.label, s.provisional,
             ARRAY (SELECT DISTINCT b.file FROM box b
                    WHERE b.submission_no = s.no AND b.months || b.listed_only && %3$s
                    ORDER BY 1 LIMIT 100),
             x.cells, x.value, x.zeros
      FROM summed x JOIN submission s ON s.vintage = x.vintage AND s.applied_at IS NOT NULL
      ORDER BY s.vintage DESC
      """;

  private static final String CELL =
      """
      SELECT s.id, s.vintage, s.accepted_at, s.withdrawn_at, coalesce(o.value, 0), %1$s
      FROM submission s
      LEFT JOIN observation o
        ON o.submission_no = s.no AND o.attempt = s.attempt
       AND o.period = $2 AND o.region = $3 AND o.product = $4 AND o.partner = $5
      WHERE s.currency = $1 AND s.applied_at IS NOT NULL
        AND (o.value IS NOT NULL OR EXISTS (
              SELECT FROM box b
              WHERE b.submission_no = s.no AND $2 = ANY (b.months) AND $3 = ANY (b.regions)
                AND $4 = ANY (b.products) AND $5 = ANY (b.partners)))
      ORDER BY s.vintage DESC LIMIT 1000
      """;

  private final Reading reading;
  private final ProvenanceQuestion question;

  ProvenanceReader(Reading reading, ProvenanceQuestion question) {
    this.reading = reading;
    this.question = question;
  }

  /** The submissions, newest first. */
  List<Origin> origins() {
    Parameters parameters = new Parameters();
    String sql =
        QUERY.formatted(
            parameters.add(reading.currency()),
            reading.live(),
            parameters.add(PeriodKey.array(question.months())),
            parameters.add(regions()),
            question.partner().world()
                ? "TRUE"
                : "f.partner = ANY (" + parameters.add(question.partner().array()) + ")",
            Conditions.sector(question.sector(), parameters),
            ERASER.formatted(reading.live()),
            question.partner().world() ? reading.levels().world() : reading.levels().cell());
    return reading.session().list(sql, this::origin, parameters.array());
  }

  /** What every vintage says of a single cell, newest first; the first live one counts. */
  List<Said> history() {
    if (!question.cell()) {
      return List.of();
    }
    List<Said> history = new ArrayList<>();
    boolean counted = false;
    for (Row row :
        reading
            .session()
            .rows(
                CELL.formatted(reading.live()),
                reading.currency(),
                PeriodKey.of(question.months().get(0)),
                question.area().code(),
                question.product().orElseThrow(),
                question.partner().codes().get(0))) {
      boolean counts = !counted && row.getBoolean(5);
      counted |= counts;
      history.add(
          new Said(
              row.getUUID(0).toString(),
              row.getLong(1),
              instant(row.getOffsetDateTime(2)),
              instant(row.getOffsetDateTime(3)),
              String.valueOf(Money.text(row.getLong(4))),
              counts));
    }
    return history;
  }

  private String[] regions() {
    return question.area().whole()
        ? RegionOrder.CODES.toArray(String[]::new)
        : question.area().regions().toArray(String[]::new);
  }

  private Origin origin(Row row) {
    String submission = row.getUUID(0).toString();
    return new Origin(
        submission,
        row.getLong(1),
        instant(row.getOffsetDateTime(2)),
        row.getString(3),
        row.getBoolean(4),
        List.of(row.getArrayOfStrings(5)),
        row.getLong(6),
        String.valueOf(Money.text(row.getLong(7))),
        row.getLong(8),
        "/api/v1/submissions/" + submission + "/file",
        question.lines(submission));
  }

  private static @Nullable String instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant().toString();
  }
}
