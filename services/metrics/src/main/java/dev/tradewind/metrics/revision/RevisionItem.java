package dev.tradewind.metrics.revision;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.period.PeriodKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One known cell that a merge changed; null is unknown. */
@RegisterForReflection
@Schema(name = "MetricsRevision")
record RevisionItem(
    long applySeq,
    String appliedAt,
    @Schema(description = "the submission that caused it") String submission,
    @Schema(enumeration = {"published", "withdrawn"}) String cause,
    @Nullable Long vintage,
    @Schema(examples = "USD") String currency,
    @Schema(examples = "2025-07") String period,
    @Schema(examples = "CN-GD") String region,
    @Schema(examples = "39221000") String product,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "100") @Nullable String oldValue,
    @Schema(description = "null if nothing live says anything of the cell", examples = "0")
        @Nullable String newValue) {
  private static final List<Column<RevisionItem>> COLUMNS =
      List.of(
          new Column<>("applySeq", RevisionItem::applySeq),
          new Column<>("appliedAt", RevisionItem::appliedAt),
          new Column<>("submission", RevisionItem::submission),
          new Column<>("cause", RevisionItem::cause),
          new Column<>("vintage", RevisionItem::vintage),
          new Column<>("currency", RevisionItem::currency),
          new Column<>("period", RevisionItem::period),
          new Column<>("region", RevisionItem::region),
          new Column<>("product", RevisionItem::product),
          new Column<>("partner", RevisionItem::partner),
          new Column<>("oldValue", RevisionItem::oldValue),
          new Column<>("newValue", RevisionItem::newValue));

  static RevisionItem of(Revision revision) {
    return new RevisionItem(
        revision.merge.applySeq,
        revision.merge.appliedAt.toString(),
        revision.merge.submission.toString(),
        revision.merge.cause,
        revision.merge.vintage,
        revision.currency,
        PeriodKey.month(revision.period).toString(),
        revision.region,
        revision.product,
        revision.partner,
        Money.text(revision.oldValue),
        Money.text(revision.newValue));
  }

  static CsvTable csv(List<RevisionItem> items) {
    return CsvTable.of(COLUMNS, items);
  }
}
