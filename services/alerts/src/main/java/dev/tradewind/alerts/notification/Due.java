package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.route.Timing;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A locked row whose message has to go out.
 *
 * @param id of the notification
 * @param channel where to
 * @param group the message's key within the channel
 * @param version the newest desired one
 * @param ts the receiver's id of the message as sent before; null if it gave none
 * @param attempts begun so far, this one included
 * @param letter what is to be said
 * @param timing when it may be
 * @param quiet whether it waits for its time already
 * @param submission whose change made the desired version; null if none did
 */
record Due(
    long id,
    String channel,
    String group,
    int version,
    @Nullable String ts,
    int attempts,
    Letter letter,
    Timing timing,
    boolean quiet,
    @Nullable UUID submission) {
  /** Names the version of the message, whichever attempt it is. */
  String parcelId() {
    return id + "-" + version;
  }
}
