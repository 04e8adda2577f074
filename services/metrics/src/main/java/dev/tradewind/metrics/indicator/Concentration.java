package dev.tradewind.metrics.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * The Herfindahl-Hirschman index over destinations: the sum of squared shares, from 1/n to 1. Its
 * inverse is the number of equal markets that would be as concentrated.
 *
 * @param hhi six decimals
 * @param markets six decimals
 */
public record Concentration(BigDecimal hhi, BigDecimal markets) {
  private static final int DECIMALS = 6;

  /** Of values that are not all zero. */
  public static Concentration of(Collection<Long> values) {
    BigInteger total = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (long value : values) {
      BigInteger one = BigInteger.valueOf(value);
      total = total.add(one);
      squares = squares.add(one.multiply(one));
    }
    BigDecimal square = new BigDecimal(total.multiply(total));
    return new Concentration(
        new BigDecimal(squares).divide(square, DECIMALS, RoundingMode.HALF_UP),
        square.divide(new BigDecimal(squares), DECIMALS, RoundingMode.HALF_UP));
  }
}
