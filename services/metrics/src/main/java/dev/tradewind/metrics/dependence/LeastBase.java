package dev.tradewind.metrics.dependence;

import java.math.BigDecimal;

/** The base that a region must have to count, where none is asked for. */
final class LeastBase {
  private static final double SHARE = 0.003;

  private LeastBase() {}

  /**
   * 0.3 % of the nation's base, as the nearest of 1, 2 and 5 times a power of ten: US$1 billion for
   * all exports to the United States, and in proportion for a few products.
   */
  static BigDecimal of(BigDecimal nation) {
    double wanted = nation.doubleValue() * SHARE;
    if (wanted <= 0) {
      return BigDecimal.ZERO;
    }
    int power = (int) Math.floor(Math.log10(wanted));
    BigDecimal best = BigDecimal.ONE.scaleByPowerOfTen(power);
    for (int digit : new int[] {2, 5, 10}) {
      BigDecimal candidate = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
      if (distance(candidate, wanted) < distance(best, wanted)) {
        best = candidate;
      }
    }
    return best.stripTrailingZeros();
  }

  private static double distance(BigDecimal candidate, double wanted) {
    return Math.abs(Math.log(candidate.doubleValue() / wanted));
  }
}
