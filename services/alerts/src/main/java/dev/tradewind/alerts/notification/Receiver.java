package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.wording.Language;
import org.jspecify.annotations.Nullable;

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

  /** Why nothing can be sent, without any secret; null if it can. */
  @Nullable String problem();

  /**
   * Whether messages wait for it while nothing can be sent to it. Those of a channel that was never
   * set up are only recorded.
   */
  default boolean awaited() {
    return configured();
  }

  /** The language of its messages. */
  Language language();

  /** The message for a letter that has something to say: a pure function of the letter. */
  JsonNode payload(Letter letter);

  /**
   * What to hand over for a letter that has something to say.
   *
   * @param id names this version of the message, whichever attempt it is
   * @param ts the receiver's id of the message as sent before; null if there is none
   */
  default Parcel parcel(String id, Letter letter, @Nullable String ts) {
    return new Parcel(id, payload(letter), ts);
  }

  /** The bare way to the receiver. */
  Delivery delivery();
}
