package dev.tradewind.alerts.rulebook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tradewind.alerts.rule.RuleDocument;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule in the API: what was written, and what is known of it.
 *
 * @param document its fields stand beside the others
 * @param version raised with every change; also the ETag
 * @param provisioned whether a file wrote it, so that the API cannot change it
 * @param newestPeriodOnly always true: older periods only correct what was alerted
 * @param newest the latest covered period of what it watches; null if nothing is known of it
 */
@Schema(name = "AlertRule", description = "When an indicator deserves an alert.")
@RegisterForReflection
record RuleView(
    @JsonUnwrapped RuleDocument document,
    @Schema(examples = "1") int version,
    @Schema(description = "Whether a file wrote it: the API cannot change it.") boolean provisioned,
    @Schema(description = "Always true: older periods only correct what was alerted.")
        boolean newestPeriodOnly,
    @Schema(examples = "2025-08", description = "The latest period of what it watches.")
        @Nullable String newest,
    Instant updatedAt,
    @Schema(examples = "jane@example.org") String updatedBy) {
  static RuleView of(StoredRule stored) {
    return new RuleView(
        stored.document(),
        stored.version(),
        stored.provisioned(),
        true,
        stored.newest(),
        stored.updatedAt(),
        stored.updatedBy());
  }
}
