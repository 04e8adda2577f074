package dev.tradewind.alerts.secret;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps and finds secrets. */
@Singleton
public class Secrets {
  private final KeyRing keys;
  private final SecretFiles files;

  Secrets(SecretConfig config) {
    if (config.key().isPresent() && config.keyFile().isPresent()) {
      throw new IllegalArgumentException(
          "set one of tradewind.secrets.key and tradewind.secrets.key-file");
    }
    this.keys =
        KeyRing.parse(config.keyFile().map(Secrets::text).orElseGet(() -> config.key().orElse("")));
    this.files = new SecretFiles(config.directory());
  }

  /** Whether there is a key to seal with. */
  public boolean canSeal() {
    return !keys.isEmpty();
  }

  /**
   * Seals with the newest key.
   *
   * @param owner what it is the secret of; it opens for nothing else
   */
  public Sealed seal(Secret secret, String owner) {
    return keys.seal(secret, owner);
  }

  /**
   * Opens.
   *
   * @throws SecretException if its key is not there
   */
  public Secret open(Sealed sealed, String owner) {
    return keys.open(sealed, owner);
  }

  /** Whether a newer key than its own could seal it. */
  public boolean outdated(Sealed sealed) {
    return canSeal() && !keys.newest().equals(sealed.keyId());
  }

  /** Whether that can be a reference to a file. */
  public static boolean isReference(String ref) {
    return SecretFiles.isName(ref);
  }

  /**
   * The content of a mounted file, without surrounding blanks.
   *
   * @throws SecretException if it cannot be had
   */
  public Secret referenced(String ref) {
    return files.read(ref);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("tradewind.secrets.key-file cannot be read", e);
    }
  }
}
