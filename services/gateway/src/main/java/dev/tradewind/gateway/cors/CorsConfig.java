package dev.tradewind.gateway.cors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Pages of which origins may call the API from a browser. */
@ConfigMapping(prefix = "tradewind.gateway.cors")
public interface CorsConfig {
  /** Origins such as {@code https://desk.example.org}, exactly as browsers send them. */
  Optional<List<String>> origins();

  /** Whether browsers may send cookies along, as the browser login needs. */
  @WithDefault("false")
  boolean credentials();

  /** How long a browser may remember the answer to its question. */
  @WithDefault("10M")
  Duration maxAge();
}
