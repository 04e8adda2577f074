package dev.tradewind.ingest.preview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How previews are made. */
@ConfigMapping(prefix = "tradewind.ingest.preview")
public interface PreviewConfig {
  /**
   * How long, after the last byte, a preview may compare with the current data; then it answers
   * with what it has and says that there is more. Less than a gateway waits.
   */
  @WithDefault("20s")
  Duration compareFor();

  /** How many problems are listed; all are counted. */
  @WithDefault("200")
  int problems();
}
