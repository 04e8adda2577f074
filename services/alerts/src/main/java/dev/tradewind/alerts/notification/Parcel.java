package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What is handed to a channel in one attempt.
 *
 * @param id the same for every attempt at the same version of a message, so that a receiver can
 *     tell a repeat
 * @param message the message; on a channel that can edit, the whole of it as it is now
 * @param thread what changed, to be told in the thread of the earlier message; null where there is
 *     nothing of that kind to say
 * @param anew what to send if the earlier message turns out not to be editable; null for the
 *     message itself
 * @param ts the receiver's id of the earlier message; null if there is none
 */
public record Parcel(
    String id,
    JsonNode message,
    @Nullable JsonNode thread,
    @Nullable JsonNode anew,
    @Nullable String ts) {
  /** For a channel that does not edit. */
  public Parcel(String id, JsonNode message, @Nullable String ts) {
    this(id, message, null, null, ts);
  }
}
