package dev.tradewind.gateway.edge;

import dev.tradewind.gateway.route.PathGuard;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Names every request, hardens every answer and refuses ambiguous paths. */
@Singleton
public class EdgeFilter {
  /** Set on every answer; a service behind cannot weaken them. */
  public static final Map<CharSequence, CharSequence> SECURITY_HEADERS =
      Map.ofEntries(
          header(
              "Content-Security-Policy",
              "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                  + " form-action 'self'; frame-ancestors 'none'"),
          header("X-Content-Type-Options", "nosniff"),
          header("X-Frame-Options", "DENY"),
          header("Referrer-Policy", "no-referrer"),
          header("Cross-Origin-Opener-Policy", "same-origin"),
          header("Cross-Origin-Resource-Policy", "same-origin"));

  /** Before the access gate, so that its refusals are named and hardened too. */
  private static final int BEFORE_ACCESS = 20_000;

  private static final int AFTER_ACCESS = 5_000;

  private final ProblemAnswer problems;

  EdgeFilter(ProblemAnswer problems) {
    this.problems = problems;
  }

  void register(@Observes Filters filters) {
    filters.register(EdgeFilter::mark, BEFORE_ACCESS);
    filters.register(this::guard, AFTER_ACCESS);
  }

  /** Checked and made into bytes once, not for every answer. */
  private static Map.Entry<CharSequence, CharSequence> header(String name, String value) {
    return Map.entry(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
  }

  private static void mark(RoutingContext context) {
    if (!ChunkedBodies.mayBeRead(context)) {
      return;
    }
    MultiMap headers = context.response().headers();
    headers.set(RequestId.HEADER, RequestId.of(context.request().getHeader(RequestId.HEADER)));
    SECURITY_HEADERS.forEach(headers::set);
    if ("https".equals(context.request().scheme())) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    if ("/".equals(context.request().path())) {
      // The page names its scripts by content; an old page would ask for scripts that are gone.
      context.addHeadersEndHandler(
          end -> context.response().headers().set(HttpHeaders.CACHE_CONTROL, "no-cache"));
    }
    context.next();
  }

  private void guard(RoutingContext context) {
    if (ChunkedBodies.isAmbiguous(context.request())) {
      problems.send(
          context.request(),
          Problem.of(400, "ambiguous-length", "The end of the body can be understood differently.")
              .withAdvice("Send Content-Length, or Transfer-Encoding: chunked and nothing else."));
      return;
    }
    String objection = PathGuard.objection(context.request().path());
    if (objection == null) {
      context.next();
      return;
    }
    problems.send(
        context.request(),
        Problem.of(400, "ambiguous-path", "The path can be understood in more than one way.")
            .withDetail("The path is refused because " + objection + ".")
            .withAdvice("Write the path plainly; put free text into query parameters."));
  }
}
