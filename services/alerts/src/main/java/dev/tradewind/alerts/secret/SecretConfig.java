package dev.tradewind.alerts.secret;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How secrets of channels are kept. */
@ConfigMapping(prefix = "tradewind.secrets")
public interface SecretConfig {
  /**
   * Keys that secrets are sealed with in the database: {@code id:base64} of 32 bytes each,
   * separated by commas or line ends. The first seals; all of them open, so that a new one can be
   * put in front. Without keys only {@code secretRef} can be used.
   */
  Optional<String> key();

  /** A mounted file with such keys, instead of {@code key}. */
  Optional<Path> keyFile();

  /** The directory that files named by {@code secretRef} are in. */
  Optional<Path> directory();
}
