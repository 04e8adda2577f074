package dev.tradewind.gateway.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is kept, and for how long it is believed. */
@ConfigMapping(prefix = "tradewind.gateway.cache")
public interface CacheConfig {
  /** The memory for kept answers; 0 keeps none. */
  @WithDefault("32M")
  MemorySize size();

  /** A larger answer is not kept. */
  @WithDefault("512K")
  MemorySize largest();

  /**
   * How long an answer is given without asking the service whether it still holds: no answer is
   * older than this, counted from when the service was asked.
   */
  @WithDefault("1S")
  Duration believed();
}
