package dev.tradewind.ingest.publish;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How accepted submissions are worked on. */
@ConfigMapping(prefix = "tradewind.ingest.work")
public interface WorkConfig {
  /** How many submissions one replica works on at a time; none makes it serve the API only. */
  @WithDefault("2")
  int workers();

  /**
   * One of the workers, if there are several, takes only submissions of at most so many bytes: a
   * large one never keeps the small ones waiting.
   */
  @WithDefault("64M")
  MemorySize smallUpTo();

  /** How often a worker without work looks for some that another replica took in. */
  @WithDefault("500ms")
  Duration pollEvery();

  /** A worker that says nothing for so long has lost its submission to another. */
  @WithDefault("10s")
  Duration lease();

  /** How often a busy worker renews its lease and writes its progress. */
  @WithDefault("1s")
  Duration renewEvery();

  /** The pause after the first failure; it doubles with each further one. */
  @WithDefault("1s")
  Duration backoff();

  /** The longest pause between two tries. */
  @WithDefault("1m")
  Duration maxBackoff();

  /** After so many failures that are neither Kafka's nor the database's, a submission is stuck. */
  @WithDefault("5")
  int maxFailures();
}
