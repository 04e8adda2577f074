package dev.tradewind.gateway.stub;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests under way as the graceful shutdown does: by the end of their answers. */
@Singleton
public class OpenRequests {
  private final AtomicInteger open = new AtomicInteger();

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          // Whoever has left already is not heard of again.
          if (!context.response().closed()) {
            open.incrementAndGet();
            context.addEndHandler(end -> open.decrementAndGet());
          }
          context.next();
        },
        1);
  }

  /** How many have not ended, one way or another. */
  public int count() {
    return open.get();
  }
}
