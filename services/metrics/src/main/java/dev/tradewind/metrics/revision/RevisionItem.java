package dev.tradewind.metrics.revision;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.period.PeriodKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One known cell that a merge changed; null is unknown. */
@RegisterForReflection
@Schema(name = "MetricsRevision")
@JsonPropertyOrder({
  "applySeq",
  "appliedAt",
  "submission",
  "cause",
  "vintage",
  "currency",
  "period",
  "region",
  "product",
  "partner",
  "oldValue",
  "newValue"
})
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
}
