package dev.tradewind.alerts.notification;

import io.smallrye.mutiny.Uni;

/** One attempt to bring a parcel to a receiver. Decorators add one concern each. */
@FunctionalInterface
public interface Delivery {
  /** Tries once. */
  Uni<Outcome> deliver(Parcel parcel);
}
