package dev.tradewind.ingest.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How files are taken in. */
@ConfigMapping(prefix = "tradewind.ingest.upload")
public interface UploadConfig {
  /** An upload from which nothing came for so long is given up. */
  @WithDefault("15m")
  Duration abandonedAfter();

  /** How often abandoned uploads are looked for. */
  @WithDefault("1m")
  String sweepEvery();
}
