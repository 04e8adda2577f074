package dev.tradewind.platform.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Puts the {@link AccessGate} before every route of the main port; health and metrics have a port
 * of their own.
 */
@Singleton
class AccessFilter {
  /** Before everything else that is registered. */
  private static final int FIRST = 10_000;

  private static final Logger LOG = Logger.getLogger(AccessFilter.class);

  private final AccessGate gate;
  private final ObjectMapper mapper;

  AccessFilter(AccessConfig config, ObjectMapper mapper) {
    this.gate = new AccessGate(config.anonymous());
    if (config.anonymous() == AccessConfig.Anonymous.UNSAFE_ANYONE) {
      LOG.warn(
          "EVALUATION ONLY: tradewind.access.anonymous=unsafe-anyone lets everyone who reaches this"
              + " port read and write everything");
    }
    this.mapper = mapper;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext context) {
    Problem refusal = gate.refusal(context.request());
    if (refusal == null) {
      context.next();
      return;
    }
    if (refusal.status() == 401) {
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"tradewind\"");
    }
    context
        .response()
        .setStatusCode(refusal.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        // The body was not read; the connection cannot be used again.
        .putHeader("Connection", "close")
        .end(json(refusal));
  }

  private String json(Problem problem) {
    try {
      return mapper.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}
