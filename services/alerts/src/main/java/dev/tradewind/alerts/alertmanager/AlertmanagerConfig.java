package dev.tradewind.alerts.alertmanager;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How Alertmanagers are kept informed. */
@ConfigMapping(prefix = "tradewind.alertmanager")
public interface AlertmanagerConfig {
  /**
   * How long an Alertmanager takes an alert to be firing without hearing of it again; it is told
   * again after half of that.
   */
  @WithDefault("10m")
  Duration resolveTimeout();
}
