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

  /** How many times larger than its packed form a file may be. */
  @WithDefault("100")
  int maxRatio();

  /** An upload from which nothing came for so long is given up. */
  @WithDefault("15m")
  Duration abandonedAfter();

  /** How often abandoned uploads are looked for. */
  @WithDefault("1m")
  String sweepEvery();
}
