package dev.tradewind.gateway.limit;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/** Under which name a client's requests are counted. */
final class ClientName {
  private static final String NOBODY = "anonymous";

  private ClientName() {}

  /** The caller's name if it was recognised, else the address it sent from. */
  static String of(RoutingContext context) {
    if (context.user() instanceof QuarkusHttpUser user) {
      SecurityIdentity identity = user.getSecurityIdentity();
      if (!identity.isAnonymous() && !NOBODY.equals(identity.getPrincipal().getName())) {
        return "caller " + identity.getPrincipal().getName();
      }
    }
    return addressOf(context);
  }

  /** The address that the request came from. */
  static String addressOf(RoutingContext context) {
    SocketAddress address = context.request().remoteAddress();
    String host = address == null ? null : address.hostAddress();
    return "address " + (host == null ? "unknown" : host);
  }
}
