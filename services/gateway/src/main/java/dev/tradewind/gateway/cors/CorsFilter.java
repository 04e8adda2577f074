package dev.tradewind.gateway.cors;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers the questions that browsers ask before a page may read what is not of its origin. */
@Singleton
class CorsFilter {
  /** Behind the naming of requests, before the access gate: the question carries no credentials. */
  private static final int BEFORE_ACCESS = 15_000;

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE);

  private static final Set<String> REQUEST_HEADERS =
      Set.of(
          "Accept",
          "Accept-Language",
          "Authorization",
          "Content-Type",
          "Idempotency-Key",
          "If-None-Match",
          "Last-Event-ID",
          "X-API-Key",
          "X-Request-Id",
          "traceparent",
          "tracestate");

  private static final Set<String> ANSWER_HEADERS =
      Set.of(
          "Content-Disposition",
          "ETag",
          "Location",
          "RateLimit",
          "RateLimit-Policy",
          "Retry-After",
          "X-Request-Id");

  private final List<String> origins;
  private final @Nullable CorsHandler handler;

  CorsFilter(CorsConfig config) {
    this.origins = config.origins().orElse(List.of());
    this.handler = origins.isEmpty() ? null : handler(config, origins);
  }

  private static CorsHandler handler(CorsConfig config, List<String> origins) {
    CorsHandler handler = CorsHandler.create();
    origins.forEach(handler::addOrigin);
    return handler
        .allowedMethods(METHODS)
        .allowedHeaders(REQUEST_HEADERS)
        .exposedHeaders(ANSWER_HEADERS)
        .allowCredentials(config.credentials())
        .maxAgeSeconds(Math.toIntExact(config.maxAge().toSeconds()));
  }

  void register(@Observes Filters filters) {
    if (handler != null) {
      filters.register(this::check, BEFORE_ACCESS);
    }
  }

  private void check(RoutingContext context) {
    String origin = context.request().getHeader("Origin");
    if (handler != null && origin != null && origins.contains(origin)) {
      handler.handle(context);
    } else {
      // Our own pages send an origin too. A stranger gets no permission, so its browser hides the
      // answer from it.
      context.next();
    }
  }
}
