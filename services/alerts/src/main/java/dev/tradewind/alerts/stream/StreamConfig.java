package dev.tradewind.alerts.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How alerts are streamed. */
@ConfigMapping(prefix = "tradewind.alerts.stream")
public interface StreamConfig {
  /** How often each stream looks for what happened. */
  @WithDefault("1s")
  Duration pollInterval();

  /** After how long a silence a comment is sent, so that nobody in between ends the stream. */
  @WithDefault("15s")
  Duration heartbeat();

  /** How long clients are asked to wait before they come back. */
  @WithDefault("3s")
  Duration retry();
}
