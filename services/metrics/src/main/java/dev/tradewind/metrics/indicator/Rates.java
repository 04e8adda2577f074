package dev.tradewind.metrics.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Exact quotients, rounded once: six decimals, half up. */
public final class Rates {
  private static final int DECIMALS = 6;

  private Rates() {}

  /** Numerator / denominator; null where that is undefined. */
  public static @Nullable BigDecimal of(long numerator, long denominator) {
    return denominator == 0
        ? null
        : BigDecimal.valueOf(numerator)
            .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP);
  }

  /** The same of exact amounts. */
  public static @Nullable BigDecimal of(BigDecimal numerator, BigDecimal denominator) {
    return denominator.signum() == 0
        ? null
        : numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP);
  }

  /** a/b − c/d, exact before rounding; null where either is undefined. */
  public static @Nullable BigDecimal difference(long a, long b, long c, long d) {
    if (b == 0 || d == 0) {
      return null;
    }
    BigDecimal left = BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(d));
    BigDecimal right = BigDecimal.valueOf(c).multiply(BigDecimal.valueOf(b));
    return left.subtract(right)
        .divide(
            BigDecimal.valueOf(b).multiply(BigDecimal.valueOf(d)), DECIMALS, RoundingMode.HALF_UP);
  }
}
