package dev.tradewind.metrics.revision;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.period.PeriodKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one vintage changed in cells that were known before, all together. */
@RegisterForReflection
@Schema(name = "MetricsVintageRevision")
record VintageItem(
    long applySeq,
    String appliedAt,
    String submission,
    @Schema(enumeration = {"published", "withdrawn"}) String cause,
    @Nullable Long vintage,
    @Schema(examples = "USD") String currency,
    @Schema(description = "how many known cells it changed") long cells,
    @Schema(description = "by how much the raised ones rose", examples = "1200") String raised,
    @Schema(description = "by how much the lowered ones fell", examples = "1200") String lowered,
    @Schema(examples = "2025-01") String firstPeriod,
    @Schema(examples = "2025-07") String lastPeriod) {
  private static final List<Column<VintageItem>> COLUMNS =
      List.of(
          new Column<>("applySeq", VintageItem::applySeq),
          new Column<>("appliedAt", VintageItem::appliedAt),
          new Column<>("submission", VintageItem::submission),
          new Column<>("cause", VintageItem::cause),
          new Column<>("vintage", VintageItem::vintage),
          new Column<>("currency", VintageItem::currency),
          new Column<>("cells", VintageItem::cells),
          new Column<>("raised", VintageItem::raised),
          new Column<>("lowered", VintageItem::lowered),
          new Column<>("firstPeriod", VintageItem::firstPeriod),
          new Column<>("lastPeriod", VintageItem::lastPeriod));

  /** Columns in the order of {@link #of}; {@code %s} is a condition on outbox o, submission s. */
  static final String QUERY =
      """
      SELECT r.apply_seq, o.applied_at, o.submission, o.cause, o.vintage, r.currency, count(*),
             coalesce(sum(r.new_value - r.old_value) FILTER (WHERE r.new_value > r.old_value),
                      0)::bigint,
             coalesce(sum(r.old_value - coalesce(r.new_value, 0))
                      FILTER (WHERE coalesce(r.new_value, 0) < r.old_value), 0)::bigint,
             min(r.period), max(r.period)
      FROM revision r
      JOIN outbox o ON o.apply_seq = r.apply_seq
      JOIN submission s ON s.id = o.submission
      WHERE %s
      GROUP BY r.apply_seq, o.applied_at, o.submission, o.cause, o.vintage, r.currency
      ORDER BY r.apply_seq DESC, r.currency LIMIT 1000
      """;

  static VintageItem of(Row row) {
    return new VintageItem(
        row.getLong(0),
        row.getOffsetDateTime(1).toInstant().toString(),
        row.getUUID(2).toString(),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getLong(6),
        String.valueOf(Money.text(row.getLong(7))),
        String.valueOf(Money.text(row.getLong(8))),
        PeriodKey.month(row.getInteger(9)).toString(),
        PeriodKey.month(row.getInteger(10)).toString());
  }

  static CsvTable csv(List<VintageItem> items) {
    return CsvTable.of(COLUMNS, items);
  }
}
