package dev.tradewind.alerts.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A channel in the API; its address is a secret and not shown.
 *
 * @param host where it is
 * @param state {@code active}, {@code waiting} while it asked for patience, or {@code
 *     not-configured}
 * @param waitingUntil when it may be used again
 * @param pending messages that wait to be sent
 * @param failed messages that it refused for good
 */
@Schema(name = "AlertChannel", description = "Where messages go.")
@RegisterForReflection
record ChannelView(
    @Schema(examples = "default") String name,
    @Schema(examples = "slack-webhook") String kind,
    @Schema(examples = "hooks.slack.com") String host,
    @Schema(
            examples = "active",
            enumeration = {"active", "waiting", "not-configured"})
        String state,
    @Nullable Instant waitingUntil,
    @Schema(examples = "0") long pending,
    @Schema(examples = "0") long failed,
    @Nullable Instant lastSentAt) {}
