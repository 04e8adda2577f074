package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

/** One attempt to bring a payload to a receiver. Decorators add one concern each. */
@FunctionalInterface
public interface Delivery {
  /** Tries once. */
  Uni<Outcome> deliver(JsonNode payload);
}
