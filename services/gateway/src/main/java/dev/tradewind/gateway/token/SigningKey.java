package dev.tradewind.gateway.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * A key pair on curve P-256.
 *
 * @param id its name in tokens
 * @param publicKey what services verify with
 * @param privateKey what the gateway signs with; null if it cannot be decrypted any more
 * @param createdAt when it was made
 */
record SigningKey(
    String id, ECPublicKey publicKey, @Nullable PrivateKey privateKey, Instant createdAt) {
  private static final int ID_BYTES = 12;

  static SigningKey random(SecureRandom random, Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      KeyPair pair = generator.generateKeyPair();
      byte[] id = new byte[ID_BYTES];
      random.nextBytes(id);
      return new SigningKey(
          Base64.getUrlEncoder().withoutPadding().encodeToString(id),
          (ECPublicKey) pair.getPublic(),
          pair.getPrivate(),
          now);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has curve P-256", e);
    }
  }

  static ECPublicKey readPublic(byte[] encoded) throws GeneralSecurityException {
    return (ECPublicKey)
        KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
  }

  static PrivateKey readPrivate(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  /** Its public half, as it is published. */
  JsonWebKey published() {
    EllipticCurveJsonWebKey key = new EllipticCurveJsonWebKey(publicKey);
    key.setKeyId(id);
    key.setAlgorithm("ES256");
    key.setUse("sig");
    return key;
  }
}
