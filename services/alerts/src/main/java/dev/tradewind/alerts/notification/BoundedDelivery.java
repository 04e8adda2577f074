package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Gives up after a while, because a row is locked until there is an outcome. */
record BoundedDelivery(Delivery next, Duration limit) implements Delivery {
  @Override
  public Uni<Outcome> deliver(JsonNode payload) {
    return next.deliver(payload)
        .ifNoItem()
        .after(limit)
        .recoverWithItem(
            () ->
                new Outcome.Postponed(null, true, "no answer within " + limit.toMillis() + " ms"));
  }
}
