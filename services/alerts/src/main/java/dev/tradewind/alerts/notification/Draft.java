package dev.tradewind.alerts.notification;

import org.jspecify.annotations.Nullable;

/**
 * What a reader knows and what is so: the next thing to send follows from both.
 *
 * @param told the last version that was sent; null if none was
 * @param now the desired version
 */
public record Draft(@Nullable Telling told, Telling now) {
  /** Why something is sent. */
  public enum Reason {
    /** Nothing was sent of the group before. */
    FIRST,
    /** What was sent is no longer so. */
    CORRECTION,
    /** A reader knows all there is to know. */
    NOTHING_NEW
  }

  /** Why something has to be sent, if anything. */
  public Reason reason() {
    if (told == null) {
      return now.silent() ? Reason.NOTHING_NEW : Reason.FIRST;
    }
    return Difference.between(told, now).isEmpty() ? Reason.NOTHING_NEW : Reason.CORRECTION;
  }
}
