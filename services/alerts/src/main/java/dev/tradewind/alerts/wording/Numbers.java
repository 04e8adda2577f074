package dev.tradewind.alerts.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, rounded once from exact decimals (HALF_UP). */
public final class Numbers {
  /** What stands for a number that is not defined. */
  public static final String UNDEFINED = "n/a";

  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal SMALLEST_MILLIONS = BigDecimal.valueOf(50_000);
  private static final String MINUS = "−";

  private Numbers() {}

  /** A change as per cent with its sign: −0.568812 is "−56.9 %". */
  public static String change(@Nullable BigDecimal fraction) {
    return fraction == null ? UNDEFINED : signed(rounded(fraction.movePointRight(2), 1)) + " %";
  }

  /** A part as per cent: 0.118 is "11.8 %". */
  public static String part(@Nullable BigDecimal fraction) {
    return fraction == null ? UNDEFINED : unsigned(rounded(fraction.movePointRight(2), 1)) + " %";
  }

  /** A threshold as per cent without its sign: −0.2 is "20 %". */
  public static String size(BigDecimal fraction) {
    return fraction.abs().movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  /** A fraction in percentage points with its sign: −0.087692 is "−8.77 pp". */
  public static String points(@Nullable BigDecimal fraction) {
    return fraction == null ? UNDEFINED : signed(rounded(fraction.movePointRight(2), 2)) + " pp";
  }

  /** An amount in billions or millions: 17867091 USD is "US$ 17.9 m". */
  public static String money(@Nullable BigDecimal amount, String currency) {
    if (amount == null) {
      return UNDEFINED;
    }
    return currency(currency) + " " + scaled(amount);
  }

  /** The sign of a currency: "US$" for USD, else its code. */
  public static String currency(String code) {
    return code.equals("USD") ? "US$" : code;
  }

  private static String scaled(BigDecimal amount) {
    BigDecimal size = amount.abs();
    if (size.compareTo(SMALLEST_MILLIONS) < 0) {
      return unsigned(rounded(amount, 0));
    }
    BigDecimal millions = rounded(amount.divide(MILLION), 1);
    // What rounds to 1000.0 million reads better as 1.0 billion.
    return millions.abs().compareTo(BigDecimal.valueOf(1000)) < 0
        ? unsigned(millions) + " m"
        : unsigned(rounded(amount.divide(BILLION), 1)) + " bn";
  }

  private static BigDecimal rounded(BigDecimal number, int decimals) {
    return number.setScale(decimals, RoundingMode.HALF_UP);
  }

  private static String signed(BigDecimal number) {
    return (number.signum() > 0 ? "+" : "") + unsigned(number);
  }

  private static String unsigned(BigDecimal number) {
    return (number.signum() < 0 ? MINUS : "") + number.abs().toPlainString();
  }
}
