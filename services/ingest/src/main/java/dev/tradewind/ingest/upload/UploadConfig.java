package dev.tradewind.ingest.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is taken in. */
@ConfigMapping(prefix = "tradewind.ingest.upload")
public interface UploadConfig {
  /** The most bytes of one submission, all files together, as sent. */
  @WithDefault("2G")
  MemorySize maxSize();

  /** The most files of one submission; never more than 500. */
  @WithDefault("200")
  int maxFiles();

  /** How many uploads one replica takes at a time; more are told to come back. */
  @WithDefault("16")
  int concurrent();

  /** How many previews one replica makes at a time; each holds cells in memory as a worker does. */
  @WithDefault("2")
  int concurrentPreviews();

  /** With so many submissions waiting for a worker, uploads are told to come back. */
  @WithDefault("1000")
  int maxWaiting();

  /** What is said to whoever is told to come back. */
  @WithDefault("10s")
  Duration comeBackAfter();

  /** An upload from which nothing came for so long is given up. */
  @WithDefault("15m")
  Duration abandonedAfter();

  /** How often abandoned uploads are looked for. */
  @WithDefault("1m")
  String sweepEvery();
}
