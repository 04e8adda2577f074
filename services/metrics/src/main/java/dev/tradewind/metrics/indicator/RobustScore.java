package dev.tradewind.metrics.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code (rate − median) / (1.4826 · MAD)}: 1.4826 makes it a standard deviation for a normal. */
final class RobustScore {
  private static final BigDecimal NORMAL = new BigDecimal("1.4826");
  private static final int DECIMALS = 6;

  private RobustScore() {}

  /** The score of a rate among those before; null where they are all alike. */
  static @Nullable BigDecimal of(BigDecimal rate, List<BigDecimal> before) {
    BigDecimal median = median(before);
    BigDecimal deviation = median(before.stream().map(one -> one.subtract(median).abs()).toList());
    return deviation.signum() == 0
        ? null
        : rate.subtract(median).divide(NORMAL.multiply(deviation), DECIMALS, RoundingMode.HALF_UP);
  }

  /** The middle value; between the two middle ones where their number is even. */
  static BigDecimal median(List<BigDecimal> values) {
    List<BigDecimal> sorted = new ArrayList<>(values);
    sorted.sort(BigDecimal::compareTo);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2));
  }
}
