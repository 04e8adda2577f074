package dev.tradewind.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one client may ask of the API. A client is a caller by name, else an address. */
@ConfigMapping(prefix = "tradewind.gateway.limit")
public interface LimitConfig {
  /** Requests of one client in a window, refilled evenly; 0 for any number. */
  @WithDefault("6000")
  long requests();

  /** The window. */
  @WithDefault("60S")
  Duration window();

  /** Requests of one client under way at the same time, event streams included; 0 for any. */
  @WithDefault("128")
  int concurrent();

  /**
   * Requests without good credentials from one address in a window: after that many they are
   * answered with 429, whoever has good ones is not. 0 for any number.
   */
  @WithDefault("300")
  long strangers();

  /** How many clients are remembered; whoever was not seen for longest is forgotten. */
  @WithDefault("100000")
  long clients();
}
