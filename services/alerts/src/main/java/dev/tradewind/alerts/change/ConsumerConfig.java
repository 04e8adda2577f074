package dev.tradewind.alerts.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How indicator events are read. */
@ConfigMapping(prefix = "tradewind.alerts.consumer")
public interface ConsumerConfig {
  /** The consumer group that all replicas share. */
  @WithDefault("tradewind-alerts")
  String group();
}
