package dev.tradewind.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Locks private keys away: AES-256-GCM, bound to the key's id. */
final class KeyBox {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  KeyBox(String secret, SecureRandom random) {
    this.key = derived(secret);
    this.random = random;
  }

  byte[] lock(String id, byte[] content) {
    try {
      byte[] nonce = new byte[NONCE];
      random.nextBytes(nonce);
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, id, nonce);
      byte[] locked = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(content.length));
      cipher.doFinal(content, 0, content.length, locked, NONCE);
      return locked;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key cannot be encrypted", e);
    }
  }

  /**
   * What was locked.
   *
   * @throws GeneralSecurityException if it was locked with another secret, or changed
   */
  byte[] unlock(String id, byte[] locked) throws GeneralSecurityException {
    if (locked.length < NONCE) {
      throw new GeneralSecurityException("too short");
    }
    return cipher(Cipher.DECRYPT_MODE, id, Arrays.copyOf(locked, NONCE))
        .doFinal(locked, NONCE, locked.length - NONCE);
  }

  private Cipher cipher(int mode, String id, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey derived(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              "tradewind signing keys".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return new SecretKeySpec(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
