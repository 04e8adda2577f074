package dev.tradewind.alerts.channel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test message.
 *
 * @param outcome {@code delivered}, {@code postponed} (it may work later) or {@code refused}
 * @param detail what the receiver said, if it did not take it
 */
@Schema(name = "AlertChannelTest")
@RegisterForReflection
record TestResult(
    @Schema(examples = "trade-desk") String channel,
    @Schema(
            examples = "delivered",
            enumeration = {"delivered", "postponed", "refused"})
        String outcome,
    @Schema(examples = "HTTP 404: no_service") @Nullable String detail,
    Instant at) {}
