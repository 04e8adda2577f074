package dev.tradewind.platform.access;

import dev.tradewind.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Lets only known callers pass, to whatever is behind: resources, documents, files, addresses that
 * do not exist. What a resource needs beyond that is its own to say. Health and metrics have a port
 * of their own.
 */
@Singleton
class ClosedFilter {
  static final String REFUSAL = "tradewind.refusal";
  static final String CHALLENGE = "Bearer realm=\"tradewind\"";

  /** Behind the framework's own authentication (200) and authorization (100). */
  private static final int AFTER_AUTHENTICATION = 90;

  private static final Logger LOG = Logger.getLogger(ClosedFilter.class);

  private final Recognition recognition;

  ClosedFilter(AccessConfig config, Recognition recognition) {
    this.recognition = recognition;
    if (config.anonymous() == AccessConfig.Anonymous.UNSAFE_ANYONE) {
      LOG.warn(
          "EVALUATION ONLY: tradewind.access.anonymous=unsafe-anyone lets everyone who reaches this"
              + " port read and write everything");
    }
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, AFTER_AUTHENTICATION);
  }

  private void check(RoutingContext context) {
    if (Caller.of(context).isPresent() || recognition.isOpen(context)) {
      context.next();
      return;
    }
    Problem refusal =
        Objects.requireNonNullElseGet(context.get(REFUSAL), AccessProblems::unauthenticated);
    if (refusal.status() == 401) {
      context.response().putHeader("WWW-Authenticate", CHALLENGE);
    }
    recognition.refuse(context, refusal);
  }
}
