package dev.tradewind.metrics.diversification;

import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.indicator.Rates;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The offset ratio: change elsewhere / −change to the partner, where exports to the partner fell.
 *
 * @param ratio 0.4 means that other markets took 40 % of what was lost; null where it is undefined
 * @param kind null where the fall is too small to judge
 * @param reason why the ratio is null; null if it is not
 */
public record Offset(
    @Nullable BigDecimal ratio, @Nullable OffsetClass kind, @Nullable String reason) {

  /**
   * Judges two changes; both are shown beside the ratio in any case.
   *
   * @param change to the partner, in units of the currency
   * @param base exports to the partner in the base window
   * @param elsewhere the change to the rest of the world
   */
  public static Offset of(
      BigDecimal change, BigDecimal base, BigDecimal elsewhere, Guard guard, String currency) {
    if (change.signum() >= 0) {
      return new Offset(
          null, OffsetClass.NOT_APPLICABLE, "no offset: exports to the partner did not fall");
    }
    BigDecimal fall = change.negate();
    if (fall.compareTo(guard.leastFall()) < 0
        || fall.compareTo(base.multiply(guard.leastRate())) < 0) {
      return new Offset(
          null,
          null,
          "no offset: a fall of "
              + Money.text(fall)
              + " "
              + currency
              + " is too small to divide by");
    }
    return new Offset(Rates.of(elsewhere, fall), kind(elsewhere, fall), null);
  }

  private static OffsetClass kind(BigDecimal elsewhere, BigDecimal fall) {
    if (elsewhere.signum() < 0) {
      return OffsetClass.AMPLIFIED;
    }
    return elsewhere.compareTo(fall) < 0 ? OffsetClass.PARTIAL : OffsetClass.FULL;
  }
}
