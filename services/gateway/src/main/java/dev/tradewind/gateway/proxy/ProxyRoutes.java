package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.cache.Question;
import dev.tradewind.gateway.cache.SharedAnswers;
import dev.tradewind.gateway.edge.ProblemAnswer;
import dev.tradewind.gateway.limit.ClientLimits;
import dev.tradewind.gateway.route.RouteTable;
import dev.tradewind.gateway.route.Service;
import dev.tradewind.platform.problem.Problem;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRouteSource;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends every request under {@code /api/v1} to the service that owns it. */
@Singleton
class ProxyRoutes {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final String ALLOWED = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";

  private final ServiceProxies proxies;
  private final ClientLimits limits;
  private final SharedAnswers answers;
  private final ProblemAnswer problems;
  private final long uploadLimit;

  ProxyRoutes(
      ServiceProxies proxies,
      ClientLimits limits,
      SharedAnswers answers,
      ProblemAnswer problems,
      ProxyConfig config) {
    this.proxies = proxies;
    this.limits = limits;
    this.answers = answers;
    this.problems = problems;
    this.uploadLimit = config.uploadLimit().asLongValue();
  }

  void register(@Observes Router router) {
    router.route(RouteTable.API + "*").handler(this::forward);
  }

  private void forward(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.response().closed()) {
      // The client left while we found out who it was. Nothing would tell us again.
      return;
    }
    nameSpan(request.path());
    boolean own = RouteTable.isOwn(request.path());
    Service owner = RouteTable.ownerOf(request.path()).orElse(null);
    Problem objection = own || owner != null ? objection(request) : ProxyProblems.noSuchRoute();
    if (objection == null) {
      objection = limits.refusal(context);
    }
    if (objection != null) {
      problems.send(request, objection);
    } else if (own || owner == null) {
      // The gateway's own resources.
      context.next();
    } else if (!answeredFromMemory(context)) {
      distrust(owner, context);
      proxies.of(owner).handle(new ClosingRequest(context));
    }
  }

  /** Its span, if it has one: as narrow as there are collections, not as there are paths. */
  private static void nameSpan(String requested) {
    HttpServerRoute.update(
        Context.current(),
        HttpServerRouteSource.CONTROLLER,
        (context, path) ->
            RouteTable.collectionOf(path)
                .map(collection -> RouteTable.API + collection + "*")
                .orElse(null),
        requested);
  }

  private boolean answeredFromMemory(RoutingContext context) {
    if (!answers.isEnabled()) {
      return false;
    }
    Question question = Question.of(context);
    return question != null && SharingPassage.answer(answers, question, context.request());
  }

  /** Whatever its client may learn from this answer, later answers have to know too. */
  private void distrust(Service owner, RoutingContext context) {
    if (owner != Service.METRICS || !READS.contains(context.request().method().name())) {
      context.addHeadersEndHandler(begun -> answers.distrust());
    }
  }

  private @Nullable Problem objection(HttpServerRequest request) {
    if (!METHODS.contains(request.method().name())) {
      request.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
      return ProxyProblems.methodNotAllowed(request.method().name(), ALLOWED);
    }
    if (request.authority() == null) {
      return ProxyProblems.noHost();
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    // Netty has refused what is not a number; nineteen digits and more are too many anyway.
    if (length != null && (length.length() > 18 || Long.parseLong(length) > uploadLimit)) {
      return ProxyProblems.tooLarge(uploadLimit);
    }
    return null;
  }
}
