package dev.tradewind.alerts.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to deliver. */
public sealed interface Outcome {
  /**
   * The receiver has it.
   *
   * @param ts the receiver's id of the message, which later versions of it are sent with; null
   *     where it gives none
   */
  record Delivered(@Nullable String ts) implements Outcome {}

  /**
   * Not now.
   *
   * @param hush how long the receiver asked everyone to wait; null if it did not
   * @param uncertain whether the receiver may have it all the same
   * @param detail for people; holds no secret
   */
  record Postponed(@Nullable Duration hush, boolean uncertain, String detail) implements Outcome {}

  /**
   * Not ever, as it is.
   *
   * @param detail for people; holds no secret
   */
  record Refused(String detail) implements Outcome {}
}
