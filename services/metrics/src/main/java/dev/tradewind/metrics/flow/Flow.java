package dev.tradewind.metrics.flow;

/**
 * Exports of one region, product group and partner in two windows, in minor units.
 *
 * @param region ISO 3166-2
 * @param product an HS code or the id of a sector
 * @param partner ISO 3166-1 alpha-3
 * @param value in the current window
 * @param base in the same window a year earlier
 */
public record Flow(String region, String product, String partner, long value, long base) {
  /** Value − base. */
  public long change() {
    return Math.subtractExact(value, base);
  }
}
