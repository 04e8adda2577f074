package dev.tradewind.alerts.slack;

import dev.tradewind.alerts.wording.Language;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where Slack is. */
@ConfigMapping(prefix = "tradewind.slack")
public interface SlackConfig {
  /**
   * The incoming webhook of the default channel: a secret, never logged or shown. Without it
   * messages are recorded as {@code no-channel} and nothing is sent.
   */
  Optional<String> webhookUrl();

  /** The language of the default channel: {@code en} or {@code zh}. */
  @WithDefault("en")
  Language language();

  /**
   * Hosts, or {@code host:port}, that a webhook or Slack's API may be on. They are called by https;
   * only a loopback address named here may also be called by http.
   */
  @WithDefault("hooks.slack.com,slack.com")
  Set<String> allowedHosts();

  /** Slack's Web API, for channels with a bot token. */
  @WithDefault("https://slack.com/api")
  String apiUrl();

  /**
   * The gateway's address as readers of a message reach it, for links: {@code tradewind.public-url}
   * unless it differs for Slack.
   */
  @WithDefault("${tradewind.public-url:http://localhost:8080}")
  URI publicUrl();
}
