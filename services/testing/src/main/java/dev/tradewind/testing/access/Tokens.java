package dev.tradewind.testing.access;

import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Tokens as the gateway issues them to services. */
public final class Tokens {
  private Tokens() {}

  /** A new key with an id of its own. */
  public static EllipticCurveJsonWebKey key() {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(UUID.randomUUID().toString());
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a good token for that service says; tests change it. */
  public static JwtClaims claims(String audience, String role) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("tradewind-gateway");
    claims.setAudience(audience);
    claims.setSubject("ann");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(1);
    claims.setStringListClaim("groups", List.of(role));
    return claims;
  }

  /** The claims, signed. */
  public static String signed(JwtClaims claims, EllipticCurveJsonWebKey key) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue("ES256");
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey(key.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A good token. */
  public static String of(String audience, String role, EllipticCurveJsonWebKey key) {
    return signed(claims(audience, role), key);
  }
}
