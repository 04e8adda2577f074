package dev.tradewind.gateway.access;

import dev.tradewind.gateway.route.RouteTable;
import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.token.TokenIssuer;
import dev.tradewind.platform.access.AccessProblems;
import dev.tradewind.platform.access.Caller;
import dev.tradewind.platform.access.Recognition;
import dev.tradewind.platform.access.Role;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds known callers to their roles and their keys' limits, and gives the request for a service
 * the token that the service knows, in place of whatever the caller sent.
 */
@Singleton
class RoleGate {
  private static final Logger LOG = Logger.getLogger(RoleGate.class);

  /** Behind the platform's filter (90), which lets known callers pass. */
  private static final int AFTER_RECOGNITION = 80;

  /** Behind the audit log (70): what is not recorded needs no token. */
  private static final int AFTER_AUDIT = 60;

  private final Recognition recognition;
  private final TokenIssuer tokens;

  RoleGate(Recognition recognition, TokenIssuer tokens) {
    this.recognition = recognition;
    this.tokens = tokens;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, AFTER_RECOGNITION);
    filters.register(this::exchange, AFTER_AUDIT);
  }

  private void check(RoutingContext context) {
    Problem objection = Caller.of(context).map(caller -> objection(context, caller)).orElse(null);
    if (objection == null) {
      context.next();
    } else {
      recognition.refuse(context, objection);
    }
  }

  private static @Nullable Problem objection(RoutingContext context, Caller caller) {
    String path = context.request().path();
    Role needed = NeededRole.of(context.request().method().name(), path);
    if (!caller.role().contains(needed)) {
      return AccessProblems.roleNeeded(needed);
    }
    Set<String> collections =
        Objects.requireNonNullElse(
            context.<Set<String>>get(GatewayRecognition.COLLECTIONS), Set.of());
    boolean limited = !collections.isEmpty() && path.startsWith(RouteTable.API);
    return limited && !RouteTable.collectionOf(path).filter(collections::contains).isPresent()
        ? outsideOfKey(collections)
        : null;
  }

  private static Problem outsideOfKey(Set<String> collections) {
    return Problem.of(403, "outside-of-key", "The key is not for this collection.")
        .withDetail("It is for: " + String.join(", ", new java.util.TreeSet<>(collections)) + ".")
        .withAdvice("Ask an operator for a key of a wider scope.");
  }

  private void exchange(RoutingContext context) {
    Optional<Service> service = RouteTable.ownerOf(context.request().path());
    Optional<Caller> caller = Caller.of(context);
    if (service.isEmpty() || caller.isEmpty()) {
      context.next();
      return;
    }
    context.request().pause();
    tokens
        .tokenFor(caller.get(), service.get())
        .subscribe()
        .with(
            token -> {
              MultiMap headers = context.request().headers();
              headers.remove("Cookie");
              headers.remove("X-API-Key");
              headers.set("Authorization", "Bearer " + token);
              context.next();
            },
            failure -> {
              LOG.errorf("no token can be issued: cause=%s", failure);
              recognition.refuse(
                  context, AccessProblems.cannotJudge("The gateway cannot sign at the moment."));
            });
  }
}
