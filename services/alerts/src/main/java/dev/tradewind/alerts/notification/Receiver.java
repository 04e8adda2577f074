package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;

/** A channel that messages go to. */
public interface Receiver {
  /** The channel's name. */
  String channel();

  /** What sort of channel it is, such as {@code slack-webhook}. */
  String kind();

  /** Where it is, as far as that is no secret: a host; empty if there is none. */
  String host();

  /** A digest of the address, which changes with it; empty if there is none. */
  String fingerprint();

  /** Whether anything can be sent. */
  default boolean configured() {
    return !fingerprint().isEmpty();
  }

  /** The message for a letter that has something to say. */
  JsonNode payload(Letter letter);

  /** The bare way to the receiver. */
  Delivery delivery();
}
