package dev.tradewind.gateway.edge;

import dev.tradewind.platform.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Our own pages and documents can be read, and nothing else. */
@Singleton
class ReadOnlyPages {
  private static final List<String> PATHS =
      List.of("/", "/openapi", "/openapi.json", "/openapi.yaml", "/openapi/ui*", "/static/*");
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String ALLOWED = "GET, HEAD";

  /** Before every route of a page. */
  private static final int FIRST = -2;

  private final ProblemAnswer problems;

  ReadOnlyPages(ProblemAnswer problems) {
    this.problems = problems;
  }

  void register(@Observes Router router) {
    PATHS.forEach(path -> router.route(path).order(FIRST).handler(this::check));
  }

  private void check(RoutingContext context) {
    String method = context.request().method().name();
    if (READS.contains(method)) {
      context.next();
      return;
    }
    context.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
    problems.send(
        context.request(),
        Problem.of(405, "method-not-allowed", "This address does not know the method.")
            .withDetail(method + " is not possible here.")
            .withAdvice("Possible are " + ALLOWED + "."));
  }
}
