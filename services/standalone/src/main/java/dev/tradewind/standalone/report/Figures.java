package dev.tradewind.standalone.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them. Unknown is a dash, never a zero. */
final class Figures {
  static final String UNKNOWN = "–";

  private Figures() {}

  /** US dollars with a unit that leaves three or four digits: {@code 62.6 bn}. */
  static String money(@Nullable BigDecimal dollars) {
    if (dollars == null) {
      return UNKNOWN;
    }
    BigDecimal size = dollars.abs();
    if (size.compareTo(BigDecimal.valueOf(999_950_000)) >= 0) {
      return scaled(dollars, 9, size.compareTo(BigDecimal.TEN.movePointRight(9)) < 0 ? 2 : 1)
          + " bn";
    }
    if (size.compareTo(BigDecimal.valueOf(999_950)) >= 0) {
      return scaled(dollars, 6, 1) + " m ";
    }
    return size.signum() == 0 ? "0   " : scaled(dollars, 3, 1) + " k ";
  }

  /** A fraction as per cent with one digit. */
  static String percent(@Nullable BigDecimal fraction) {
    return fraction == null ? UNKNOWN : scaled(fraction, -2, 1) + " %";
  }

  /** A fraction as per cent with its sign. */
  static String change(@Nullable BigDecimal fraction) {
    return fraction == null ? UNKNOWN : signed(fraction, 1) + " %";
  }

  /** A fraction as percentage points with its sign. */
  static String points(@Nullable BigDecimal fraction) {
    return fraction == null ? UNKNOWN : signed(fraction, 2) + " pp";
  }

  private static String signed(BigDecimal fraction, int digits) {
    return (fraction.signum() > 0 ? "+" : "") + scaled(fraction, -2, digits);
  }

  private static String scaled(BigDecimal number, int left, int digits) {
    BigDecimal rounded = number.movePointLeft(left).setScale(digits, RoundingMode.HALF_UP);
    return String.format(Locale.ROOT, "%,." + digits + "f", rounded).replace('-', '−');
  }
}
