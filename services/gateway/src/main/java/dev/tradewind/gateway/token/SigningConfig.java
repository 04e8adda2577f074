package dev.tradewind.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The tokens that the gateway issues to services. */
@ConfigMapping(prefix = "tradewind.signing")
public interface SigningConfig {
  /**
   * How long a token is valid; it is looked at when a request begins, so uploads may take longer.
   */
  @WithDefault("60S")
  Duration lifetime();

  /** How old a signing key gets before the next one takes over. */
  @WithDefault("P7D")
  Duration rotation();

  /**
   * What private keys are encrypted with in the database; the database's password if absent.
   * Another value makes new keys at the next start.
   */
  Optional<String> secret();
}
