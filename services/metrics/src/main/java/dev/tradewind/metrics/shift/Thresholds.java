package dev.tradewind.metrics.shift;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a flow must reach to count, in minor units.
 *
 * @param minBase least base of what has grown, shrunk or ceased
 * @param minCurrent least current value of what has grown or begun
 * @param minFold least change: so many times as much, or one so-manieth
 */
public record Thresholds(long minBase, long minCurrent, BigDecimal minFold) {
  /** What happened to a flow with those values, if it is large enough to count. */
  public Optional<ShiftKind> kind(long value, long base) {
    if (base <= 0) {
      return value > 0 && value >= minCurrent ? Optional.of(ShiftKind.NEW_FLOW) : Optional.empty();
    }
    if (base < minBase) {
      return Optional.empty();
    }
    if (value <= 0) {
      return Optional.of(ShiftKind.CEASED);
    }
    if (value >= minCurrent && atLeast(value, base)) {
      return Optional.of(ShiftKind.GROWN);
    }
    return atLeast(base, value) ? Optional.of(ShiftKind.SHRUNK) : Optional.empty();
  }

  private boolean atLeast(long larger, long smaller) {
    return BigDecimal.valueOf(larger).compareTo(BigDecimal.valueOf(smaller).multiply(minFold)) >= 0;
  }
}
