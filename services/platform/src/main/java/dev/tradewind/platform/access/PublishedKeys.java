package dev.tradewind.platform.access;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Public keys by their ids, as fetched at one time, and the tokens verified with them. */
final class PublishedKeys {
  /** The gateway uses one token for many requests; verifying costs more than all else here. */
  private static final int REMEMBERED = 1_000;

  private final Map<String, PublicKey> byId;
  private final long fetchedAt;
  private final Map<String, TokenVerifier.Verified> verified = new ConcurrentHashMap<>();

  PublishedKeys(Map<String, PublicKey> byId, long fetchedAt) {
    this.byId = Map.copyOf(byId);
    this.fetchedAt = fetchedAt;
  }

  /** Reads a JSON Web Key Set; keys that are not on curve P-256 or have no id are passed over. */
  static PublishedKeys parse(String json, long fetchedAt) throws JoseException {
    Map<String, PublicKey> keys = new HashMap<>();
    for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
      if (key.getKeyId() != null
          && key instanceof EllipticCurveJsonWebKey curve
          && EllipticCurves.P256.getCurve().equals(curve.getECPublicKey().getParams().getCurve())) {
        keys.put(key.getKeyId(), curve.getECPublicKey());
      }
    }
    return new PublishedKeys(keys, fetchedAt);
  }

  /** {@link System#nanoTime} of the fetch. */
  long fetchedAt() {
    return fetchedAt;
  }

  /** The key of that id, or null. */
  @Nullable PublicKey get(String id) {
    return byId.get(id);
  }

  /** What was found out about the token before, if it has not expired since. */
  TokenVerifier.@Nullable Verified remembered(String token) {
    TokenVerifier.Verified known = verified.get(token);
    return known != null && System.currentTimeMillis() < known.expiresAtMillis() ? known : null;
  }

  /** Keeps what was found out. */
  void remember(String token, TokenVerifier.Verified found) {
    if (verified.size() >= REMEMBERED) {
      verified.clear();
    }
    verified.put(token, found);
  }
}
