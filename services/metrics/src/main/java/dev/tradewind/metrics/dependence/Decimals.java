package dev.tradewind.metrics.dependence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Statistics as the API shows them: six decimals; what is not a number is not shown. */
final class Decimals {
  private static final int DIGITS = 6;

  private Decimals() {}

  static @Nullable BigDecimal of(@Nullable Double value) {
    return value == null || !Double.isFinite(value)
        ? null
        : BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
