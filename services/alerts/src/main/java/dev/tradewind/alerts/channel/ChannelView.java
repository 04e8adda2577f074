package dev.tradewind.alerts.channel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A channel in the API; its address and its secret are not shown.
 *
 * @param origin {@code configuration}, which cannot be changed here, or {@code api}
 * @param host where it is
 * @param secret where the secret is: {@code none}, {@code stored}, {@code file} or {@code
 *     configuration}
 * @param secretRef the file
 * @param state {@code active}, {@code waiting} while it asked for patience, or {@code
 *     not-configured}
 * @param problem why it is not configured
 * @param waitingUntil when it may be used again
 * @param pending messages that wait to be sent
 * @param failed messages that it refused for good
 */
@Schema(name = "AlertChannel", description = "Where messages go.")
@RegisterForReflection
record ChannelView(
    @Schema(examples = "default") String name,
    @Schema(examples = "slack-webhook") String kind,
    @Schema(
            examples = "en",
            enumeration = {"en", "zh"})
        String language,
    @Schema(
            examples = "configuration",
            enumeration = {"configuration", "api"})
        String origin,
    @Schema(examples = "hooks.slack.com") String host,
    @Schema(examples = "C0123456789") @Nullable String channelId,
    List<String> recipients,
    @Nullable String username,
    @Schema(
            examples = "stored",
            enumeration = {"none", "stored", "file", "configuration"})
        String secret,
    @Schema(examples = "slack-token") @Nullable String secretRef,
    @Schema(
            examples = "active",
            enumeration = {"active", "waiting", "not-configured"})
        String state,
    @Nullable String problem,
    @Nullable Instant waitingUntil,
    @Schema(examples = "0") long pending,
    @Schema(examples = "0") long failed,
    @Nullable Instant lastSentAt) {}
