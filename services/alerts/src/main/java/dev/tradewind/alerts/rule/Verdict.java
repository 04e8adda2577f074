package dev.tradewind.alerts.rule;

import java.math.BigDecimal;

/** What a rule says of one cell. */
public sealed interface Verdict {
  /**
   * It deserves an alert.
   *
   * @param severity the highest that applies
   * @param threshold that was reached
   * @param observed the number that reached it
   */
  record Firing(Severity severity, BigDecimal threshold, BigDecimal observed) implements Verdict {}

  /** It is known and does not deserve one. */
  record Clear() implements Verdict {}

  /**
   * The numbers are known, but the rule does not judge such a cell.
   *
   * @param reason for people
   */
  record Unjudged(String reason) implements Verdict {}

  /**
   * The numbers are not known or not comparable: nothing follows from them.
   *
   * @param reason for people
   */
  record Unknown(String reason) implements Verdict {}
}
