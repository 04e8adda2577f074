package dev.tradewind.alerts.notification;

import org.jspecify.annotations.Nullable;

/**
 * A locked row whose message has to go out.
 *
 * @param id of the notification
 * @param channel where to
 * @param version the newest desired one
 * @param attempts begun so far, this one included
 * @param draft what is known and what is so
 */
record Due(long id, String channel, int version, int attempts, Draft draft) {
  Due(long id, String channel, int version, int attempts, @Nullable Telling told, Telling now) {
    this(id, channel, version, attempts, new Draft(told, now));
  }
}
