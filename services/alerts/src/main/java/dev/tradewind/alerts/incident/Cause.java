package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Stamp;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why something happened.
 *
 * @param submission which changed the indicators; null if a person did something
 * @param kind {@code published}, {@code withdrawn} or {@code rebuild}; for people {@code
 *     rule-created}, {@code rule-changed}, {@code rule-enabled}, {@code rule-disabled}, {@code
 *     rule-deleted} or {@code acknowledged}
 * @param stamp its place among all changes; null if a person did something
 * @param actor who did it; null for a change of the indicators
 * @param comment of the actor
 */
public record Cause(
    @Nullable UUID submission,
    String kind,
    @Nullable Stamp stamp,
    @Nullable String actor,
    @Nullable String comment) {
  private static final String PUBLISHED = "published";

  /** The cause that a close names. */
  public static Cause of(SubmissionApplied close) {
    return new Cause(close.submission(), close.cause(), Stamp.of(close), null, null);
  }

  /** Something that a person did. */
  public static Cause by(String actor, String kind) {
    return new Cause(null, kind, null, actor, null);
  }

  /** The same, with what the person said. */
  Cause saying(@Nullable String text) {
    return new Cause(submission, kind, stamp, actor, text);
  }

  /** Whether data may have been taken back: a rebuild may stand for withdrawals, too. */
  public boolean mayTakeBack() {
    return submission != null && !kind.equals(PUBLISHED);
  }
}
