package dev.tradewind.gateway.token;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.platform.access.Caller;
import dev.tradewind.platform.access.TokenConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Tells a service in a signed token who the caller is. */
@Singleton
public class TokenIssuer {
  private static final int REMEMBERED = 1_000;

  private final SigningKeys keys;
  private final String issuer;
  private final long lifetimeMillis;
  private final Map<Wanted, Issued> issued = new ConcurrentHashMap<>();

  TokenIssuer(SigningKeys keys, TokenConfig tokens, SigningConfig config) {
    this.keys = keys;
    this.issuer = tokens.issuer();
    this.lifetimeMillis = config.lifetime().toMillis();
  }

  private record Wanted(Caller caller, Service service, String keyId) {}

  private record Issued(String token, long at) {}

  /** A token for that service, new or from the first half of its life. */
  public Uni<String> tokenFor(Caller caller, Service service) {
    return keys.signing()
        .map(
            key -> {
              Wanted wanted = new Wanted(caller, service, key.id());
              Issued known = issued.get(wanted);
              long now = System.currentTimeMillis();
              if (known != null && now - known.at() < lifetimeMillis / 2) {
                return known.token();
              }
              String token = sign(caller, service, key, now);
              if (issued.size() >= REMEMBERED) {
                issued.clear();
              }
              issued.put(wanted, new Issued(token, now));
              return token;
            });
  }

  private String sign(Caller caller, Service service, SigningKey key, long now) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience(service.id());
    claims.setSubject(caller.subject());
    claims.setIssuedAt(NumericDate.fromMilliseconds(now));
    claims.setExpirationTime(NumericDate.fromMilliseconds(now + lifetimeMillis));
    claims.setStringListClaim("groups", List.copyOf(caller.role().contained()));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKeyIdHeaderValue(key.id());
    signature.setKey(key.privateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("a token cannot be signed", e);
    }
  }
}
