package dev.tradewind.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the metrics service. */
@ConfigMapping(prefix = "tradewind.metrics")
public interface MetricsConfig {
  /** Bases below this many units of the currency get the status {@code low-base}. */
  @WithDefault("1000000")
  long lowBase();

  /** The Kafka consumer group that all replicas share. */
  @WithDefault("tradewind-metrics")
  String group();

  /** The most records one transaction stages; a block holds up to 500 rows. */
  @WithDefault("100")
  int batchRecords();

  /**
   * How often every replica looks for complete submissions and unsent events without being woken.
   */
  @WithDefault("2s")
  Duration sweep();

  /** How many rendered answers are kept until the next merge. */
  @WithDefault("1000")
  int cachedAnswers();
}
