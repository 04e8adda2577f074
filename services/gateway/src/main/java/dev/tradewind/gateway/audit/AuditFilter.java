package dev.tradewind.gateway.audit;

import dev.tradewind.gateway.edge.ProblemAnswer;
import dev.tradewind.platform.access.Caller;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Records every write before it is carried out, and its outcome after; a write that cannot be
 * recorded is not carried out. Refused writes and refused credentials are recorded at their end.
 */
@Singleton
class AuditFilter {
  private static final Logger LOG = Logger.getLogger(AuditFilter.class);

  /** Before everything that may refuse a request, but after it got its id. */
  private static final int FIRST = 15_000;

  /** When it is clear that the caller may do this. */
  private static final int ALLOWED = 70;

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final String ENTRY = "tradewind.audit";

  /** As some servers log a client that left before the answer. */
  private static final int CLIENT_GONE = 499;

  private final AuditLog log;
  private final ProblemAnswer problems;
  private final RefusalLimit limit;

  AuditFilter(AuditLog log, AuditConfig config, ProblemAnswer problems) {
    this.log = log;
    this.problems = problems;
    this.limit = new RefusalLimit(config.refusedPerMinute(), System::nanoTime);
  }

  private record Begun(long id, Attempt attempt) {}

  void register(@Observes Filters filters) {
    filters.register(this::watch, FIRST);
    filters.register(this::begin, ALLOWED);
  }

  private void watch(RoutingContext context) {
    context.addEndHandler(
        end -> ended(context, end.succeeded() ? context.response().getStatusCode() : CLIENT_GONE));
    context.next();
  }

  private void begin(RoutingContext context) {
    if (isSafe(context) || Caller.of(context).isEmpty()) {
      context.next();
      return;
    }
    Attempt attempt = Attempt.of(context);
    // The body waits; whoever reads it sets it going again.
    context.request().pause();
    log.begin(attempt)
        .subscribe()
        .with(
            id -> {
              context.put(ENTRY, new Begun(id, attempt));
              context.next();
            },
            failure -> notRecorded(context, failure));
  }

  private void notRecorded(RoutingContext context, Throwable failure) {
    LOG.errorf("a write was refused because it cannot be recorded: cause=%s", failure);
    problems.send(
        context.request(),
        Problem.of(503, "audit-unavailable", "Writes cannot be recorded at the moment.")
            .withDetail("Nothing was done: what cannot be recorded is not carried out.")
            .withAdvice("Try again in a few seconds."));
  }

  private void ended(RoutingContext context, int status) {
    Begun begun = context.get(ENTRY);
    if (begun != null) {
      log.ended(begun.id(), begun.attempt(), status);
    } else if (isRefusal(context, status)) {
      refused(context, status);
    }
  }

  private void refused(RoutingContext context, int status) {
    if (limit.admits()) {
      log.refused(Attempt.of(context), status);
    } else if (limit.hasJustOverflowed()) {
      LOG.warn("more requests were refused within a minute than the audit log takes");
    }
  }

  /** A write that was not let through, or credentials that were not good. */
  private static boolean isRefusal(RoutingContext context, int status) {
    boolean credentials =
        context.request().getHeader("Authorization") != null
            || context.request().getHeader("X-API-Key") != null;
    return (!isSafe(context) && status >= 400) || (credentials && (status == 401 || status == 403));
  }

  private static boolean isSafe(RoutingContext context) {
    return SAFE_METHODS.contains(context.request().method().name());
  }
}
