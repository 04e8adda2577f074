package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
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
 * @param submission which made the desired version; null if a change of a rule did
 * @param payload what was sent last, or what would be sent next
 */
@Schema(name = "AlertNotification", description = "One message per channel and period.")
@RegisterForReflection
record NotificationView(
    @Schema(examples = "3") long id,
    @Schema(examples = "default") String channel,
    @Schema(examples = "2025-08|USA|all|ytd|USD") String group,
    @Schema(examples = "2025-08") String period,
    @Schema(
            examples = "sent",
            enumeration = {"pending", "sent", "failed", "no-channel"})
        String state,
    @Schema(examples = "2") int desiredVersion,
    @Schema(examples = "2") int sentVersion,
    @Schema(examples = "0") int attempts,
    @Schema(examples = "HTTP 503") @Nullable String lastError,
    @Nullable Instant desiredAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant sentAt,
    @Nullable UUID submission,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable JsonNode payload) {}
