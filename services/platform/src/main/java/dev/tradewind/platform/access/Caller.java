package dev.tradewind.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Whoever sent a request.
 *
 * @param subject the name under which the caller is known: a user's, a key's, or {@code anonymous}
 * @param role what the caller may do
 * @param via how the caller was recognized: {@code key}, {@code token}, {@code session}, {@code
 *     gateway}, {@code bootstrap} or {@code anonymous}
 */
public record Caller(String subject, Role role, String via) {
  private static final String ATTRIBUTE = "tradewind.caller";

  /** The caller as the framework knows it, with all roles that the caller's role contains. */
  public SecurityIdentity identity() {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(subject))
        .addRoles(role.contained())
        .addAttribute(ATTRIBUTE, this)
        .build();
  }

  /** The caller behind an identity; empty for one that nobody vouched for. */
  public static Optional<Caller> of(SecurityIdentity identity) {
    return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
  }

  /** Who sent the request, once it was recognized. */
  public static Optional<Caller> of(RoutingContext context) {
    return context.user() instanceof QuarkusHttpUser user
        ? of(user.getSecurityIdentity())
        : Optional.empty();
  }
}
