package dev.tradewind.gateway.keys;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The secret that makes the first key. Only its hash is held. */
@Singleton
class BootstrapSecret {
  private static final Logger LOG = Logger.getLogger(BootstrapSecret.class);
  private static final int SHORTEST = 32;

  private final byte @Nullable [] hash;

  BootstrapSecret(KeysConfig config) {
    Optional<String> secret =
        config.bootstrap().secret().or(() -> config.bootstrap().file().map(BootstrapSecret::read));
    secret.ifPresent(BootstrapSecret::check);
    hash = secret.map(KeySecret::hash).orElse(null);
    if (hash != null) {
      LOG.info(
          "a bootstrap secret is configured: it may make keys; take it away when they are made");
    }
  }

  /** Whether there is one. */
  boolean exists() {
    return hash != null;
  }

  /** Whether this is it; takes as long for a wrong one as for the right one. */
  boolean is(String presented) {
    return hash != null && MessageDigest.isEqual(hash, KeySecret.hash(presented));
  }

  private static void check(String secret) {
    if (secret.length() < SHORTEST || secret.startsWith(KeySecret.PREFIX)) {
      throw new IllegalStateException(
          "tradewind.keys.bootstrap: the secret must have at least 32 characters and not begin with"
              + " tw_; make one with: openssl rand -hex 32");
    }
  }

  private static String read(java.nio.file.Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("tradewind.keys.bootstrap.file cannot be read", e);
    }
  }
}
