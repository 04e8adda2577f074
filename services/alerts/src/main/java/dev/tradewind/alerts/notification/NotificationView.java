package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message in the API.
 *
 * @param desiredVersion raised whenever a reader would have to learn something else
 * @param sentVersion the last one that the channel knows; 0 if none
 * @param attempts failed ones of the version that is being sent
 * @param quietUntil until when it waits for its time; null if it does not
 * @param submission which made the desired version; null if none did, as when a rule changed
 * @param held incidents that are not told, and why
 * @param payload what was sent last, or what would be sent next
 * @param deliveries all attempts, oldest first; null in lists
 */
@Schema(name = "AlertNotification", description = "One message per channel and group.")
@RegisterForReflection
record NotificationView(
    @Schema(examples = "3") long id,
    @Schema(
            examples = "alerts",
            enumeration = {"alerts", "all-clear", "overdue", "digest", "test"})
        String kind,
    @Schema(examples = "default") String channel,
    @Schema(examples = "2025-08|USA|all|ytd|USD") String group,
    @Schema(examples = "2025-08") @Nullable String period,
    @Schema(
            examples = "sent",
            enumeration = {"pending", "sent", "failed", "no-channel", "held", "superseded"})
        String state,
    @Schema(examples = "2") int desiredVersion,
    @Schema(examples = "2") int sentVersion,
    @Schema(examples = "0") int attempts,
    @Schema(examples = "HTTP 503") @Nullable String lastError,
    @Nullable Instant desiredAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant quietUntil,
    @Nullable Instant sentAt,
    @Nullable UUID submission,
    @Schema(description = "Incidents by id, with the reason why they are not told.")
        Map<String, String> held,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable JsonNode payload,
    @Nullable List<DeliveryView> deliveries) {
  NotificationView with(List<DeliveryView> all) {
    return new NotificationView(
        id,
        kind,
        channel,
        group,
        period,
        state,
        desiredVersion,
        sentVersion,
        attempts,
        lastError,
        desiredAt,
        nextAttemptAt,
        quietUntil,
        sentAt,
        submission,
        held,
        payload,
        List.copyOf(all));
  }
}
