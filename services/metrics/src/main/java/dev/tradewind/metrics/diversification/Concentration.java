package dev.tradewind.metrics.diversification;

import dev.tradewind.metrics.indicator.Rates;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * How concentrated exports are on destinations.
 *
 * @param hhi Herfindahl–Hirschman index {@code Σ s²} of the destinations' shares: 1 is a single one
 * @param markets effective number of markets, {@code 1 / HHI}
 */
public record Concentration(BigDecimal hhi, BigDecimal markets) {
  /** Of amounts by destination; empty where there are no exports. Exact before rounding. */
  public static Optional<Concentration> of(Collection<Long> amounts) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (long amount : amounts) {
      BigDecimal exact = BigDecimal.valueOf(amount);
      sum = sum.add(exact);
      squares = squares.add(exact.multiply(exact));
    }
    BigDecimal square = sum.multiply(sum);
    BigDecimal hhi = Rates.of(squares, square);
    BigDecimal markets = Rates.of(square, squares);
    return hhi == null || markets == null
        ? Optional.empty()
        : Optional.of(new Concentration(hhi, markets));
  }
}
