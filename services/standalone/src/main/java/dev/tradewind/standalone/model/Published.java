package dev.tradewind.standalone.model;

import java.util.List;

/**
 * A change that the article gives for one sector and partner of one province.
 *
 * @param region ISO 3166-2
 * @param sector as in {@link Product#sector()}
 * @param partner ISO 3166-1 alpha-3
 * @param base assumed, US$ in January–July 2024
 * @param ratio published, 2025 / 2024
 */
record Published(String region, String sector, String partner, double base, double ratio) {
  static List<Published> all() {
    return Table.read(
        "published.csv",
        row ->
            new Published(
                row.getField("region"),
                row.getField("sector"),
                row.getField("partner"),
                Table.number(row, "base") * 1e9,
                Table.number(row, "ratio")));
  }

  boolean speaksOf(Product product, Market market) {
    return sector.equals(product.sector()) && partner.equals(market.code());
  }
}
