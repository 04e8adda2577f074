package dev.tradewind.alerts.notification;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Gives up after a while, because a row is locked until there is an outcome. */
record BoundedDelivery(Delivery next, Duration limit) implements Delivery {
  @Override
  public Uni<Outcome> deliver(Parcel parcel) {
    return next.deliver(parcel)
        .ifNoItem()
        .after(limit)
        .recoverWithItem(
            () ->
                new Outcome.Postponed(null, true, "no answer within " + limit.toMillis() + " ms"));
  }
}
