package dev.tradewind.testing.oidc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a test may make the provider do. */
@RestController
class Control {
  private final RotatingKeys keys;
  private final JwtEncoder encoder;
  private final ProviderConfiguration.Issuer issuer;

  Control(RotatingKeys keys, ProviderConfiguration.Issuer issuer) {
    this.keys = keys;
    this.encoder = new NimbusJwtEncoder(keys);
    this.issuer = issuer;
  }

  /** From now on it signs with another key, and publishes only that. */
  @PostMapping("/control/rotate")
  void rotate() {
    keys.rotate();
  }

  /** A token that the provider really signs, with these claims. */
  @PostMapping("/control/token")
  String token(
      @RequestParam String audience,
      @RequestParam String group,
      @RequestParam long lifetimeSeconds,
      @RequestParam(defaultValue = "") String issuedBy) {
    Instant expires = Instant.now().plusSeconds(lifetimeSeconds);
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(issuedBy.isEmpty() ? issuer.address() : issuedBy)
            .subject("robot")
            .audience(List.of(audience))
            .issuedAt(expires.minusSeconds(3_600))
            .expiresAt(expires)
            .claims(all -> all.putAll(Map.of("groups", List.of(group))))
            .build();
    return encoder
        .encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
        .getTokenValue();
  }
}
