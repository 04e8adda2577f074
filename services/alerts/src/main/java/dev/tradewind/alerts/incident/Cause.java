package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Stamp;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import java.util.UUID;

/**
 * Why something happened.
 *
 * @param submission which changed the indicators
 * @param kind {@code published}, {@code withdrawn} or {@code rebuild}
 * @param stamp its place among all changes
 */
public record Cause(UUID submission, String kind, Stamp stamp) {
  private static final String PUBLISHED = "published";

  /** The cause that a close names. */
  public static Cause of(SubmissionApplied close) {
    return new Cause(close.submission(), close.cause(), Stamp.of(close));
  }

  /** Whether data may have been taken back: a rebuild may stand for withdrawals, too. */
  public boolean mayTakeBack() {
    return !kind.equals(PUBLISHED);
  }
}
