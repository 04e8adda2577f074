package dev.tradewind.gateway.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The OpenID provider. Everything else that {@code quarkus.oidc.*} (tokens) and {@code
 * quarkus.oidc.login.*} (sessions) know, such as trusted certificates, may be set there.
 */
@ConfigMapping(prefix = "tradewind.oidc")
public interface OidcConfig {
  /** Whether the provider's tokens are accepted. */
  @WithDefault("false")
  boolean enabled();

  /** The provider's issuer address, below which its discovery document lies. */
  Optional<URI> issuer();

  /** For whom access tokens must be. */
  @WithDefault("tradewind")
  String audience();

  /** Path of the claim that holds role names, such as {@code realm_access/roles}. */
  Optional<String> rolesClaim();

  /** What our roles are called there. */
  Roles roles();

  /** Sign-in of people in browsers. */
  Login login();

  /** Names of roles or groups at the provider. */
  interface Roles {
    /** Whoever has one of these is a viewer. */
    @WithDefault("viewer")
    Set<String> viewer();

    /** Whoever has one of these is a submitter. */
    @WithDefault("submitter")
    Set<String> submitter();

    /** Whoever has one of these is an operator. */
    @WithDefault("operator")
    Set<String> operator();
  }

  /** The dashboard as a client of the provider. */
  interface Login {
    /** Whether people can sign in. */
    @WithDefault("false")
    boolean enabled();

    /** The dashboard's client id at the provider. */
    @WithDefault("tradewind-dashboard")
    String clientId();

    /** The client's secret. */
    Optional<String> clientSecret();

    /** Encrypts the session's cookie, the same in all replicas; at least 32 characters. */
    Optional<String> cookieSecret();

    /** Where the roles of people are: {@code idtoken}, {@code accesstoken} or {@code userinfo}. */
    @WithDefault("idtoken")
    String rolesSource();

    /** Whether browsers reach the gateway over TLS; then cookies are for TLS only. */
    @WithDefault("false")
    boolean https();

    /** The provider's page for signing out there too; only here otherwise. */
    Optional<URI> endSession();
  }
}
