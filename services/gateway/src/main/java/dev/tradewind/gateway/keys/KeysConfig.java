package dev.tradewind.gateway.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** API keys, and the secret that makes the first. */
@ConfigMapping(prefix = "tradewind.keys")
public interface KeysConfig {
  /** How long a key lives if its maker does not say. */
  @WithDefault("P90D")
  Duration lifetime();

  /** The longest life of a key. */
  @WithDefault("P366D")
  Duration longestLifetime();

  /** How long another replica may still honour a key that was revoked. */
  @WithDefault("5S")
  Duration cache();

  /** The secret that may make, list and revoke keys, and nothing else. */
  Bootstrap bootstrap();

  /** Given as a value or as a file, at least 32 characters; absent once it is not needed. */
  interface Bootstrap {
    /** The secret itself. */
    Optional<String> secret();

    /** A file that holds it, as a cluster mounts one. */
    Optional<Path> file();
  }
}
