package dev.tradewind.platform.access;

import dev.tradewind.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * How a process recognizes its callers. Services know the gateway's tokens and nothing else; the
 * gateway brings a recognition of its own.
 */
public interface Recognition {
  /** Looks at the request's credentials; never fails for bad ones. */
  Uni<Finding> recognize(RoutingContext context);

  /** Whether everybody may have this, such as public keys. Nothing by default. */
  default boolean isOpen(RoutingContext context) {
    return false;
  }

  /** Ends a request that is not let in. */
  void refuse(RoutingContext context, Problem problem);
}
