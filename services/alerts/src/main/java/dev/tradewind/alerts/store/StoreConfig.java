package dev.tradewind.alerts.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long requests wait for others who write. */
@ConfigMapping(prefix = "tradewind.alerts.requests")
public interface StoreConfig {
  /** The longest wait for a lock; then the answer is a 503. */
  @WithDefault("10s")
  Duration patience();
}
