package dev.tradewind.platform.access;

import dev.tradewind.platform.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides on a request without credentials. */
final class AnonymousRule {
  private static final Finding ANYONE =
      new Finding.Recognized(new Caller("anonymous", Role.OPERATOR, "anonymous"));
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private final AccessConfig.Anonymous anonymous;

  AnonymousRule(AccessConfig.Anonymous anonymous) {
    this.anonymous = anonymous;
  }

  /** Lets the request in with all rights, or says why not. */
  Finding judge(HttpServerRequest request) {
    Problem refusal = refusal(request);
    return refusal == null ? ANYONE : new Finding.Refused(refusal);
  }

  private @Nullable Problem refusal(HttpServerRequest request) {
    if (anonymous == AccessConfig.Anonymous.UNSAFE_ANYONE) {
      return crossSiteWrite(request);
    }
    if (anonymous == AccessConfig.Anonymous.NONE || !fromLoopback(request)) {
      return AccessProblems.unauthenticated();
    }
    // A page of another site must not reach a service on its reader's machine: neither through a
    // name that it made resolve to loopback …
    String host = request.getHeader("Host");
    if (host != null && !LOOPBACK_NAMES.contains(name(host))) {
      return Problem.of(403, "host-not-allowed", "Anonymous access is for loopback names only.")
          .withDetail("The request was sent to host '" + name(host) + "'.")
          .withAdvice("Use http://localhost or http://127.0.0.1.");
    }
    // … nor by sending a form or a script request across.
    return crossSiteWrite(request);
  }

  private static @Nullable Problem crossSiteWrite(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if ("cross-site".equals(site) && !SAFE_METHODS.contains(request.method().name())) {
      return Problem.of(403, "cross-site", "Another site's page may not write here.");
    }
    return null;
  }

  /** The connection's own peer counts: a forwarding header can be made up. */
  private static boolean fromLoopback(HttpServerRequest request) {
    SocketAddress peer = request.connection().remoteAddress();
    if (peer == null || peer.hostAddress() == null) {
      return false;
    }
    try {
      return InetAddress.getByName(peer.hostAddress()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String name(String host) {
    int port = host.lastIndexOf(':');
    String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    return name.toLowerCase(Locale.ROOT);
  }
}
