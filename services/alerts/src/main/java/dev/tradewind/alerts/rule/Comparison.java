package dev.tradewind.alerts.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** On which side of a threshold an alert is deserved; the threshold itself is. */
public enum Comparison {
  /** At the threshold or below it. */
  AT_OR_BELOW("at-or-below"),
  /** At the threshold or above it. */
  AT_OR_ABOVE("at-or-above");

  private final String id;

  Comparison(String id) {
    this.id = id;
  }

  /** The name in the API. */
  @JsonValue
  public String id() {
    return id;
  }

  /** Whether that number is at the threshold or beyond it. */
  public boolean reaches(BigDecimal number, BigDecimal threshold) {
    int compared = number.compareTo(threshold);
    return this == AT_OR_BELOW ? compared <= 0 : compared >= 0;
  }

  /** The threshold moved towards what deserves no alert. */
  BigDecimal eased(BigDecimal threshold, BigDecimal margin) {
    return this == AT_OR_BELOW ? threshold.add(margin) : threshold.subtract(margin);
  }

  /**
   * The comparison of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Comparison of(String id) {
    for (Comparison comparison : values()) {
      if (comparison.id.equals(id)) {
        return comparison;
      }
    }
    throw new IllegalArgumentException("use at-or-below or at-or-above");
  }
}
