package dev.tradewind.alerts.notification;

import org.jspecify.annotations.Nullable;

/**
 * What a message that was already sent has to correct about one incident.
 *
 * @param kind what changed
 * @param was as told; null if it was not told of
 * @param now as it is
 */
public record Change(Kind kind, @Nullable Member was, Member now) {
  /** In the order in which a correction names them. */
  public enum Kind {
    /** Deserves an alert after all. */
    NEW,
    /** More severe than told. */
    WORSENED,
    /** Other figures, same severity. */
    CORRECTED,
    /** Less severe than told. */
    EASED,
    /** Does not deserve the alert that was told. */
    CLEARED,
    /** An earlier alert has ended, which was not told. */
    RECOVERED,
    /** What was told rests on data that were taken back. */
    WITHDRAWN
  }
}
