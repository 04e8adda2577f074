package dev.tradewind.alerts.slack;

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

  /**
   * Hosts, or {@code host:port}, that a webhook may be on. They are called by https; only a
   * loopback address named here may also be called by http.
   */
  @WithDefault("hooks.slack.com")
  Set<String> allowedHosts();

  /**
   * The gateway's address as readers of a message reach it, for links: {@code tradewind.public-url}
   * unless it differs for Slack.
   */
  @WithDefault("${tradewind.public-url:http://localhost:8080}")
  URI publicUrl();
}
