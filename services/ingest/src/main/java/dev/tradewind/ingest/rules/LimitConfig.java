package dev.tradewind.ingest.rules;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Every bound of what is taken. Beyond {@code size} and {@code files} the answer is 413, beyond
 * {@code uploads}, {@code previews} and {@code waiting} 429 with {@code Retry-After}; beyond the
 * others the submission is rejected, which is 422 for whoever waits for the verdict.
 */
@ConfigMapping(prefix = "tradewind.ingest.limit")
public interface LimitConfig {
  /** Bytes of one submission, all files together, as sent. */
  @WithDefault("2G")
  MemorySize size();

  /** Files of one submission as sent; those in archives have a bound of their own, 512. */
  @WithDefault("200")
  int files();

  /** Uploads that one replica takes at a time. */
  @WithDefault("16")
  int uploads();

  /** Previews that one replica makes at a time; each holds cells in memory as a worker does. */
  @WithDefault("2")
  int previews();

  /** Submissions waiting for a worker, over all replicas. */
  @WithDefault("1000")
  int waiting();

  /** When whoever is told to come back should come. */
  @WithDefault("10s")
  Duration comeBackAfter();

  /** Data rows of one submission. */
  @WithDefault("100000000")
  long rows();

  /** Columns of a table. */
  @WithDefault("512")
  int columns();

  /** Characters of one field of a table as text. */
  @WithDefault("1048576")
  int fieldLength();

  /** Bytes that one file unpacks to, all files in it together. */
  @WithDefault("64G")
  MemorySize unpacked();

  /** How many times larger than its packed form a file may be. */
  @WithDefault("100")
  int ratio();

  /** Problems of a submission that are kept; all are counted. */
  @WithDefault("10000")
  int problems();
}
