package dev.tradewind.alerts.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with the newest key and opens with any: AES-256-GCM, bound to the name of what it is the
 * secret of, so that no sealed text can be moved to another channel.
 */
final class KeyRing {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Map<String, SecretKeySpec> keys;
  // Of the instance: a random generator in a native executable must not be made at its build.
  private final SecureRandom random = new SecureRandom();

  private KeyRing(Map<String, SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * Keys as configured, the newest first.
   *
   * @throws IllegalArgumentException naming what is wrong, without any key
   */
  static KeyRing parse(String text) {
    Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    for (String entry : text.split("[,\\s]+")) {
      if (!entry.isEmpty()) {
        String[] parts = entry.split(":", 2);
        if (parts.length != 2 || !ID.matcher(parts[0]).matches()) {
          throw invalid("write each key as id:base64, ids of letters, digits, '.', '_' and '-'");
        }
        if (keys.put(parts[0], key(parts[0], parts[1])) != null) {
          throw invalid("the id " + parts[0] + " is there twice");
        }
      }
    }
    return new KeyRing(keys);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  /** The id of the key that seals; only if there is one. */
  String newest() {
    return keys.keySet().iterator().next();
  }

  Sealed seal(Secret secret, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String id = newest();
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, id, nonce, secret.bytes(), owner);
    byte[] bytes = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, bytes, nonce.length, sealed.length);
    return new Sealed(id, bytes);
  }

  Secret open(Sealed sealed, String owner) {
    if (!keys.containsKey(sealed.keyId())) {
      throw new SecretException(
          "it was sealed with the key '" + sealed.keyId() + "', which is not configured");
    }
    byte[] bytes = sealed.bytes();
    if (bytes.length < NONCE_BYTES) {
      throw new SecretException("it is damaged");
    }
    byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    byte[] text = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
    return Secret.of(
        new String(
            apply(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, text, owner),
            StandardCharsets.UTF_8));
  }

  private byte[] apply(int mode, String id, byte[] nonce, byte[] text, String owner) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, keys.get(id), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new SecretException("the key '" + id + "' does not open it");
    }
  }

  private static SecretKeySpec key(String id, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw invalid("the key '" + id + "' is not base64");
    }
    if (bytes.length != KEY_BYTES) {
      throw invalid(
          "the key '" + id + "' has " + bytes.length + " bytes; make one: openssl rand -base64 32");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  private static IllegalArgumentException invalid(String what) {
    return new IllegalArgumentException("tradewind.secrets.key: " + what);
  }
}
