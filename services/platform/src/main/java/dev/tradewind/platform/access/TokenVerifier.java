package dev.tradewind.platform.access;

import java.security.PublicKey;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Checks the gateway's tokens: ES256 only, by name of the key, issuer, audience and time. */
final class TokenVerifier {
  private static final String ALGORITHM = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
  private static final AlgorithmConstraints ONLY_ES256 =
      new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ALGORITHM);

  /** Clocks of machines in one cluster differ by less. */
  private static final int SKEW_SECONDS = 10;

  /** Longer than the gateway issues tokens for: anything beyond is not ours. */
  private static final int LONGEST_MINUTES = 60;

  private final String issuer;
  private final String audience;

  TokenVerifier(String issuer, String audience) {
    this.issuer = issuer;
    this.audience = audience;
  }

  /**
   * A token that was verified.
   *
   * @param caller whose it is
   * @param expiresAtMillis when it ends, in milliseconds since 1970
   */
  record Verified(Caller caller, long expiresAtMillis) {}

  /** Thrown for every token that is not good; the message is for the caller. */
  static final class BadTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    BadTokenException(String message) {
      super(message);
    }
  }

  /** The id of the key that the token says it is signed with; nothing of it is verified yet. */
  String keyId(String token) throws BadTokenException {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setCompactSerialization(token);
      String id = signature.getKeyIdHeaderValue();
      if (id == null || !ALGORITHM.equals(signature.getAlgorithmHeaderValue())) {
        throw new BadTokenException("The token is not signed by the gateway.");
      }
      return id;
    } catch (JoseException e) {
      throw new BadTokenException("The token cannot be read.");
    }
  }

  /** Verifies everything about the token. */
  Verified verify(String token, PublicKey key) throws BadTokenException {
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setVerificationKey(key)
              .setJwsAlgorithmConstraints(ONLY_ES256)
              .setExpectedIssuer(true, issuer)
              .setExpectedAudience(true, audience)
              .setRequireSubject()
              .setRequireIssuedAt()
              .setRequireExpirationTime()
              .setMaxFutureValidityInMinutes(LONGEST_MINUTES)
              .setAllowedClockSkewInSeconds(SKEW_SECONDS)
              .build()
              .processToClaims(token);
      NumericDate expires = claims.getExpirationTime();
      Role role =
          Role.highest(claims.getStringListClaimValue("groups"))
              .orElseThrow(() -> new BadTokenException("The token carries no role."));
      return new Verified(
          new Caller(claims.getSubject(), role, "gateway"),
          expires.getValueInMillis() + SKEW_SECONDS * 1_000L);
    } catch (InvalidJwtException e) {
      throw new BadTokenException(
          e.hasExpired() ? "The token has expired." : "The token is not for this service.");
    } catch (MalformedClaimException e) {
      throw new BadTokenException("The token cannot be read.");
    }
  }
}
