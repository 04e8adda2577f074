package dev.tradewind.gateway.login;

import dev.tradewind.platform.access.AccessProblems;
import dev.tradewind.platform.access.Caller;
import dev.tradewind.platform.access.Finding;
import dev.tradewind.platform.access.Role;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Recognizes whom the provider vouches for, and maps the provider's roles to ours. */
@Singleton
public class OidcCallers {
  /** Where the provider sends people back to. */
  public static final String CALLBACK = "/login/callback";

  private static final String REDIRECT = "tradewind.redirect";

  static final String COOKIE = "q_session_" + ChosenTenant.LOGIN;

  private static final Logger LOG = Logger.getLogger(OidcCallers.class);

  private final OidcAuthenticationMechanism oidc;
  private final IdentityProviderManager identities;
  private final OidcConfig config;

  OidcCallers(
      OidcAuthenticationMechanism oidc, IdentityProviderManager identities, OidcConfig config) {
    this.oidc = oidc;
    this.identities = identities;
    this.config = config;
    if ((config.enabled() || config.login().enabled()) && config.issuer().isEmpty()) {
      throw new IllegalStateException("tradewind.oidc.issuer must be set where OIDC is enabled");
    }
  }

  /**
   * Where a browser has to go on.
   *
   * @param status of the answer
   * @param location its address
   */
  public record Redirect(int status, String location) {}

  /** Where the browser has to go on, in the middle of a sign-in. */
  public static Optional<Redirect> redirect(RoutingContext context) {
    return Optional.ofNullable(context.get(REDIRECT));
  }

  /** Whether the provider's tokens are accepted. */
  public boolean takesTokens() {
    return config.enabled();
  }

  /** Whether people can sign in. */
  public boolean takesSessions() {
    return config.login().enabled();
  }

  /** Whether the request belongs to a session, or ends a sign-in. */
  public boolean hasSession(RoutingContext context) {
    return takesSessions()
        && (CALLBACK.equals(context.request().path())
            || context.request().cookies().stream()
                .map(Cookie::getName)
                .anyMatch(name -> name.startsWith(COOKIE)));
  }

  /** Judges the request's access token. */
  public Uni<Finding> byToken(RoutingContext context) {
    return recognize(context, "token");
  }

  /** Judges the request's session; writes must come from our own pages. */
  public Uni<Finding> bySession(RoutingContext context) {
    return SameOrigin.isGiven(context.request())
        ? recognize(context, "session")
        : Uni.createFrom().item(new Finding.Refused(SameOrigin.problem()));
  }

  /** Sends a browser to the provider. */
  public Uni<ChallengeData> challenge(RoutingContext context) {
    return oidc.getChallenge(context);
  }

  private Uni<Finding> recognize(RoutingContext context, String via) {
    return oidc.authenticate(context, identities)
        .map(identity -> finding(identity, via))
        .onFailure(AuthenticationRedirectException.class)
        .recoverWithItem(failure -> redirected(context, failure))
        .onFailure()
        .recoverWithItem(OidcCallers::refused);
  }

  private Finding finding(@Nullable SecurityIdentity identity, String via) {
    if (identity == null || identity.isAnonymous()) {
      return new Finding.Absent();
    }
    return role(identity.getRoles())
        .<Finding>map(role -> new Finding.Recognized(new Caller(name(identity), role, via)))
        .orElseGet(() -> new Finding.Refused(AccessProblems.noRole()));
  }

  private Optional<Role> role(Set<String> names) {
    return Arrays.stream(Role.values())
        .filter(role -> names(role).stream().anyMatch(names::contains))
        .max(Comparator.naturalOrder());
  }

  private Set<String> names(Role role) {
    return switch (role) {
      case VIEWER -> config.roles().viewer();
      case SUBMITTER -> config.roles().submitter();
      case OPERATOR -> config.roles().operator();
    };
  }

  /** The name that people know, and the subject, as names can be changed. */
  private static String name(SecurityIdentity identity) {
    String name = identity.getPrincipal().getName();
    return identity.getPrincipal() instanceof JsonWebToken token
            && token.getSubject() != null
            && !token.getSubject().equals(name)
        ? name + " (" + token.getSubject() + ")"
        : name;
  }

  /** A step of the sign-in: the session's cookie is set, and the browser is to go on. */
  private static Finding redirected(
      RoutingContext context, AuthenticationRedirectException redirect) {
    context.put(REDIRECT, new Redirect(redirect.getCode(), redirect.getRedirectUri()));
    return new Finding.Refused(AccessProblems.unauthenticated());
  }

  private static Finding refused(Throwable failure) {
    if (failure instanceof AuthenticationFailedException
        || failure instanceof AuthenticationCompletionException) {
      LOG.debugf(failure, "the provider's word is refused");
      return new Finding.Refused(
          AccessProblems.badCredentials(
              "The token or session is not valid, or not for Tradewind."));
    }
    LOG.errorf(failure, "the OpenID provider cannot be asked");
    return new Finding.Refused(AccessProblems.cannotJudge("The OpenID provider cannot be asked."));
  }
}
