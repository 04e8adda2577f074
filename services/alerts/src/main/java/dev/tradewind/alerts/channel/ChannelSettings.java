package dev.tradewind.alerts.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is, but for its secret.
 *
 * @param url of a webhook or an Alertmanager
 * @param channelId of Slack
 * @param recipients of e-mail
 * @param username for an Alertmanager behind basic authentication
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelSettings(
    @Nullable String url,
    @Nullable String channelId,
    List<String> recipients,
    @Nullable String username) {
  /** Nothing is known. */
  public static final ChannelSettings NONE = new ChannelSettings(null, null, List.of(), null);

  /** Copies. */
  public ChannelSettings {
    recipients = recipients == null ? List.of() : List.copyOf(recipients);
  }
}
