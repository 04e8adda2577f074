package dev.tradewind.alerts.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it is asked for. Which fields it takes depends on its kind.
 *
 * @param secret of the kind, write-only: the address of a {@code slack-webhook}, the token of a
 *     {@code slack-bot}, what a {@code webhook} is signed with, the password or token of an {@code
 *     alertmanager}
 * @param secretRef instead of {@code secret}: the name of a mounted file
 */
@Schema(name = "AlertChannelDraft", description = "A channel to be made, or changed.")
@JsonIgnoreProperties(ignoreUnknown = false)
@RegisterForReflection
record ChannelDraft(
    @Schema(
            examples = "trade-desk",
            description = "Lower case letters, digits and hyphens. On PUT it stands in the path.")
        @Nullable String name,
    @Schema(
            examples = "slack-bot",
            enumeration = {"slack-webhook", "slack-bot", "webhook", "email", "alertmanager"})
        @Nullable String kind,
    @Schema(
            examples = "en",
            enumeration = {"en", "zh"})
        @Nullable String language,
    @Schema(description = "Of a webhook, or the API of an Alertmanager; never shown.")
        @Nullable String url,
    @Schema(examples = "C0123456789", description = "Of Slack, for slack-bot.")
        @Nullable String channelId,
    @Schema(description = "Of e-mail.") @Nullable List<String> recipients,
    @Schema(description = "Of an Alertmanager behind basic authentication.")
        @Nullable String username,
    @Schema(description = "Never shown. Without it PUT keeps what is stored.", writeOnly = true)
        @Nullable String secret,
    @Schema(
            examples = "slack-token",
            description = "Instead of secret: a file in tradewind.secrets.directory.")
        @Nullable String secretRef) {
  ChannelSettings settings() {
    return new ChannelSettings(
        blank(url), blank(channelId), recipients == null ? List.of() : recipients, blank(username));
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Without its secret, so that nothing can log it. */
  @Override
  public String toString() {
    return "ChannelDraft[name=" + name + ", kind=" + kind + "]";
  }
}
