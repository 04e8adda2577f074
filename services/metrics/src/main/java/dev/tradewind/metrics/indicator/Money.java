package dev.tradewind.metrics.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Minor units inside, units of the currency outside. */
public final class Money {
  private static final int MINOR_DIGITS = 2;

  private Money() {}

  /** Minor units as units. */
  public static BigDecimal units(long minor) {
    return BigDecimal.valueOf(minor, MINOR_DIGITS);
  }

  /** As digits without trailing zeros: {@code 299115473}, {@code 12.5}. */
  public static @Nullable String text(@Nullable BigDecimal units) {
    return units == null ? null : units.stripTrailingZeros().toPlainString();
  }

  /** Minor units as digits; null stays null. */
  public static @Nullable String text(@Nullable Long minor) {
    return minor == null ? null : text(units(minor));
  }
}
