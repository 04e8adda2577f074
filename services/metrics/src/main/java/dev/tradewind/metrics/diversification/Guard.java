package dev.tradewind.metrics.diversification;

import java.math.BigDecimal;

/**
 * The smallest falls that are divided by: a ratio to next to nothing says nothing.
 *
 * @param leastFall in units of the currency
 * @param leastRate as a fraction of the base
 */
public record Guard(BigDecimal leastFall, BigDecimal leastRate) {
  /** Divides by every fall. */
  public static final Guard NONE = new Guard(BigDecimal.ZERO, BigDecimal.ZERO);
}
