package dev.tradewind.gateway.login;

import dev.tradewind.platform.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;

/**
 * Whether a request with a session comes from our own pages. A browser adds the cookie to requests
 * that other sites' pages make, so for writes the browser must say where they come from.
 */
final class SameOrigin {
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private SameOrigin() {}

  static boolean isGiven(HttpServerRequest request) {
    if (SAFE_METHODS.contains(request.method().name())) {
      return true;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null ? site.equals("same-origin") : isOwn(request);
  }

  static Problem problem() {
    return Problem.of(403, "cross-site", "A session writes from Tradewind's own pages only.")
        .withAdvice("Programs use a bearer token or an API key instead of a session.");
  }

  /** Browsers of before {@code Sec-Fetch-Site}; what says nothing at all is no browser. */
  private static boolean isOwn(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    String host = request.getHeader("Host");
    if (origin == null || host == null) {
      return false;
    }
    try {
      return host.equals(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
