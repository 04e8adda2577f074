package dev.tradewind.ingest.check;

import java.math.BigDecimal;

/** Amounts of money as customs files write them. */
public final class Amount {
  static final int NEGATIVE = -1;
  static final int NOT_A_NUMBER = -2;
  static final int TOO_MANY_DECIMALS = -3;
  static final int TOO_LARGE = -4;

  /** In minor units: ten times what all of China exports in a year is far below. */
  static final long LARGEST = 10_000_000_000_000L * 100;

  private Amount() {}

  /**
   * The amount in minor units, exactly, or one of the negative constants that say why not. Commas
   * are allowed where they group thousands.
   */
  static long parse(CharSequence text) {
    int length = text.length();
    int at = 0;
    if (length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '−')) {
      return parse(text.subSequence(1, length)) >= 0 ? NEGATIVE : NOT_A_NUMBER;
    }
    long whole = 0;
    int group = 0;
    boolean grouped = false;
    boolean large = false;
    for (; at < length && text.charAt(at) != '.'; at++) {
      char c = text.charAt(at);
      if (c == ',') {
        if (group == 0 || group > 3 || (grouped && group != 3)) {
          return NOT_A_NUMBER;
        }
        grouped = true;
        group = 0;
      } else if (c >= '0' && c <= '9') {
        group++;
        whole = whole * 10 + (c - '0');
        large |= whole > LARGEST;
        whole = large ? LARGEST : whole;
      } else {
        return NOT_A_NUMBER;
      }
    }
    if (group == 0 || (grouped && group != 3)) {
      return NOT_A_NUMBER;
    }
    int cents = cents(text, at);
    if (cents < 0) {
      return cents;
    }
    long amount = large ? Long.MAX_VALUE : whole * 100 + cents;
    return amount > LARGEST ? TOO_LARGE : amount;
  }

  /** An amount of minor units in plain digits, with decimals only where there are some. */
  public static String text(long minorUnits) {
    return BigDecimal.valueOf(minorUnits, 2).stripTrailingZeros().toPlainString();
  }

  private static int cents(CharSequence text, int point) {
    if (point == text.length()) {
      return 0;
    }
    int decimals = text.length() - point - 1;
    if (decimals == 0) {
      return NOT_A_NUMBER;
    }
    for (int i = point + 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return NOT_A_NUMBER;
      }
    }
    if (decimals > 2) {
      return TOO_MANY_DECIMALS;
    }
    int first = digit(text, point + 1);
    return first * 10 + (decimals == 1 ? 0 : digit(text, point + 2));
  }

  private static int digit(CharSequence text, int at) {
    return text.charAt(at) - '0';
  }
}
