package dev.tradewind.gateway.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its owner sends it: {@code tw_}, a public id of 16 hexadecimal digits, an
 * underscore and 256 random bits.
 *
 * @param id under which the key is known; no secret
 * @param secret what only the owner has
 */
record KeySecret(String id, String secret) {
  /** With this every key begins, so that scanners of repositories find lost ones. */
  static final String PREFIX = "tw_";

  private static final Pattern SHAPE = Pattern.compile("tw_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;

  static KeySecret random(SecureRandom random) {
    byte[] id = new byte[ID_BYTES];
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(id);
    random.nextBytes(secret);
    return new KeySecret(
        HexFormat.of().formatHex(id),
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  static Optional<KeySecret> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    return parts.matches()
        ? Optional.of(new KeySecret(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /** As it is handed to its owner, once. */
  String text() {
    return PREFIX + id + "_" + secret;
  }

  /** What is kept: SHA-256 suffices, as nobody guesses 256 random bits. */
  byte[] hash() {
    return hash(secret);
  }

  /** SHA-256. */
  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Tells nothing of the secret. */
  @Override
  public String toString() {
    return PREFIX + id;
  }
}
