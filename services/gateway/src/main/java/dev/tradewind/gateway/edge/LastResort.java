package dev.tradewind.gateway.edge;

import dev.tradewind.platform.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** What nobody foresaw ends as a problem too, and in the log under the request's id. */
@Singleton
class LastResort {
  private static final Logger LOG = Logger.getLogger(LastResort.class);

  private final ProblemAnswer problems;

  LastResort(ProblemAnswer problems) {
    this.problems = problems;
  }

  void register(@Observes Router router) {
    router.route().failureHandler(this::answer);
  }

  private void answer(RoutingContext context) {
    if (context.failure() == null || context.response().headWritten()) {
      // A refusal by status alone, or too late for any answer: the framework's to end.
      context.next();
      return;
    }
    EdgeFilter.SECURITY_HEADERS.forEach(context.response().headers()::set);
    if (!context.response().headers().contains(RequestId.HEADER)) {
      // It failed before anything of ours had seen it.
      context.response().putHeader(RequestId.HEADER, RequestId.of(null));
    }
    int status = context.statusCode();
    if (status >= 400 && status < 500) {
      // Who knows where the next request on this connection begins.
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      context.addEndHandler(end -> context.request().connection().close());
      problems.send(
          context.request(),
          Problem.of(status, "bad-request", "The request cannot be understood.")
              .withAdvice(
                  "Compare its head with HTTP/1.1: one Host, one length, no folded lines."));
      return;
    }
    LOG.errorf(
        context.failure(),
        "request failed unexpectedly: path=%s request=%s",
        context.request().path(),
        context.response().headers().get(RequestId.HEADER));
    problems.send(
        context.request(),
        Problem.of(500, "internal", "Something failed on our side.")
            .withAdvice(
                "Try again; if it stays, tell the operator the X-Request-Id of the answer."));
  }
}
