package dev.tradewind.standalone.model;

import dev.tradewind.contracts.code.Region;
import java.util.Comparator;

/**
 * A row of a customs file.
 *
 * @param month number, see {@link Months}
 * @param code the product's code in the HS edition of the year
 * @param value whole US$
 */
record Row(int month, String code, Product product, Market market, Region region, long value) {
  /** The order of the customs site's downloads. */
  static final Comparator<Row> ORDER =
      Comparator.comparingInt(Row::month)
          .thenComparing(Row::code)
          .thenComparing(row -> row.market.gacc())
          .thenComparing(row -> row.region.gacc());

  /** In the product's first unit; prices differ between sellers. */
  long quantity() {
    double price =
        product.price()
            * Noise.factor(0.15, region.code().hashCode(), market.gacc().hashCode(), month);
    return Math.max(1, Math.round(value / price));
  }
}
