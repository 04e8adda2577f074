package dev.tradewind.alerts.rule;

import java.math.BigDecimal;

/** What a rule says of one region's figures in one period. */
public sealed interface Verdict {
  /**
   * They deserve an alert.
   *
   * @param severity the highest that applies
   * @param threshold that was reached
   * @param observed the number that reached it
   */
  record Firing(Severity severity, BigDecimal threshold, BigDecimal observed) implements Verdict {}

  /**
   * They do not raise an alert, but one that goes on is not over: the number is not better than the
   * threshold by the margin, or it reached the threshold too seldom lately.
   *
   * @param severity of the mildest threshold
   * @param threshold beyond which it would be over
   * @param observed the number
   */
  record Lingering(Severity severity, BigDecimal threshold, BigDecimal observed)
      implements Verdict {
    /** As an alert that goes on. */
    public Firing firing() {
      return new Firing(severity, threshold, observed);
    }
  }

  /** They are known and deserve none. */
  record Clear() implements Verdict {}

  /**
   * They are known, but the rule does not judge such figures.
   *
   * @param reason for people
   */
  record Unjudged(String reason) implements Verdict {}

  /**
   * They are not known or not comparable: nothing follows from them.
   *
   * @param reason for people
   */
  record Unknown(String reason) implements Verdict {}
}
