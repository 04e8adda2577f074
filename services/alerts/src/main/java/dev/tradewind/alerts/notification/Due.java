package dev.tradewind.alerts.notification;

import org.jspecify.annotations.Nullable;

/**
 * A locked row whose message has to go out.
 *
 * @param id of the notification
 * @param channel where to
 * @param version the newest desired one
 * @param ts the receiver's id of the message as sent before; null if it gave none
 * @param attempts begun so far, this one included
 * @param draft what is known and what is so
 */
record Due(long id, String channel, int version, @Nullable String ts, int attempts, Draft draft) {
  /** Names the version of the message, whichever attempt it is. */
  String parcelId() {
    return id + "-" + version;
  }
}
