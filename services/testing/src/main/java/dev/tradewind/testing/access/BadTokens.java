package dev.tradewind.testing.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that no service may accept, each wrong in one way only. */
public final class BadTokens {
  private final String audience;
  private final EllipticCurveJsonWebKey key;

  private BadTokens(String audience, EllipticCurveJsonWebKey key) {
    this.audience = audience;
    this.key = key;
  }

  /** All of them by what is wrong, where the key is the gateway's. */
  public static Map<String, String> of(String audience, EllipticCurveJsonWebKey key) {
    return new BadTokens(audience, key).all();
  }

  private Map<String, String> all() {
    EllipticCurveJsonWebKey impostor = Tokens.key();
    impostor.setKeyId(key.getKeyId());
    String good = Tokens.of(audience, "operator", key);
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("expired", with(claims -> claims.setExpirationTime(minutesFromNow(-1))));
    tokens.put("not valid yet", with(claims -> claims.setNotBefore(minutesFromNow(5))));
    tokens.put("without an end", with(claims -> claims.unsetClaim("exp")));
    tokens.put("valid for years", with(claims -> claims.setExpirationTime(minutesFromNow(1e6))));
    tokens.put("for another audience", with(claims -> claims.setAudience("another")));
    tokens.put("for no audience", with(claims -> claims.unsetClaim("aud")));
    tokens.put("of another issuer", with(claims -> claims.setIssuer("https://idp.example.com")));
    tokens.put(
        "with an unknown role",
        with(claims -> claims.setStringListClaim("groups", List.of("root"))));
    tokens.put("without roles", with(claims -> claims.unsetClaim("groups")));
    tokens.put("of nobody", with(claims -> claims.unsetClaim("sub")));
    tokens.put("signed with an unknown key", Tokens.of(audience, "operator", Tokens.key()));
    tokens.put("signed under another's name", Tokens.of(audience, "operator", impostor));
    tokens.put("with changed claims", changed(good));
    tokens.put("without its signature", good.substring(0, good.lastIndexOf('.') + 1));
    tokens.put("with algorithm none", unsigned("none"));
    tokens.put("with algorithm None", unsigned("None"));
    tokens.put("with the public key as a shared secret", confused());
    tokens.put("that is an API key", "tw_0123456789abcdef_" + "x".repeat(43));
    tokens.put("that is garbage", "a.b.c");
    return tokens;
  }

  private String with(Consumer<JwtClaims> change) {
    JwtClaims claims = Tokens.claims(audience, "operator");
    change.accept(claims);
    return Tokens.signed(claims, key);
  }

  private static NumericDate minutesFromNow(double minutes) {
    return NumericDate.fromMilliseconds(System.currentTimeMillis() + (long) (minutes * 60_000));
  }

  private static String changed(String token) {
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return parts[0] + "." + encoded(claims.replace("ann", "bob")) + "." + parts[2];
  }

  private String unsigned(String algorithm) {
    String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + key.getKeyId() + "\"}";
    return encoded(header) + "." + encoded(Tokens.claims(audience, "operator").toJson()) + ".";
  }

  /** Signed with the public key's bytes, which everybody knows, as if they were a shared secret. */
  private String confused() {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(Tokens.claims(audience, "operator").toJson());
    signature.setAlgorithmHeaderValue("HS256");
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey(new HmacKey(key.getPublicKey().getEncoded()));
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
