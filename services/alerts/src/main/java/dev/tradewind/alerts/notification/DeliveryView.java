package dev.tradewind.alerts.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of the delivery log in the API.
 *
 * @param version of the message that was attempted
 * @param reason why it is sent
 * @param outcome what came of it
 * @param detail for people
 */
@Schema(name = "AlertDelivery", description = "One attempt to deliver a message.")
@RegisterForReflection
record DeliveryView(
    @Schema(examples = "1") int version,
    Instant at,
    @Schema(
            examples = "first",
            description =
                "first, new-members, some-resolved, all-resolved, corrected, repeat, nothing-new,"
                    + " all-clear, overdue, digest or test; with ', may be a repeat' after a crash")
        String reason,
    @Schema(examples = "delivered", description = "delivered, postponed, refused, skipped or waits")
        String outcome,
    @Schema(examples = "HTTP 503") @Nullable String detail) {}
