package dev.tradewind.alerts.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;
import java.util.Set;

/** Where channels may lead. */
@ConfigMapping(prefix = "tradewind.notifications")
public interface OutboundConfig {
  /**
   * Hosts that webhooks and Alertmanagers may be on: {@code host}, {@code host:port}, or {@code
   * *.domain} for all names below one. They are called by https, at public addresses only. Nothing
   * is allowed unless it is named.
   */
  Optional<Set<String>> allowedHosts();

  /**
   * Hosts, or {@code host:port}, that are allowed as well, that may have private addresses, and
   * that may be called by http: an Alertmanager in the same cluster.
   */
  @WithName("allow-private-addresses")
  Optional<Set<String>> privateHosts();
}
