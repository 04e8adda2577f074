package dev.tradewind.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whose tokens a service accepts. */
@ConfigMapping(prefix = "tradewind.access.token")
public interface TokenConfig {
  /** Who must have issued a token: the gateway, under this name. */
  @WithDefault("tradewind-gateway")
  String issuer();

  /** For whom a token must be: the service's own name. Every service sets it. */
  Optional<String> audience();

  /** Where the gateway publishes the public keys it signs with. */
  @WithDefault("http://localhost:8080/.well-known/jwks.json")
  URI keys();

  /** How long fetched keys are used before they are asked for again. */
  @WithDefault("5M")
  Duration refresh();

  /** How long fetched keys may be used while the gateway cannot be asked. */
  @WithDefault("1H")
  Duration stale();
}
