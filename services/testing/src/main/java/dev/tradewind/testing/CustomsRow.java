package dev.tradewind.testing;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;

/**
 * One row of a customs query as the site prints it; every field is text, so that a test can write
 * nonsense too.
 *
 * @param period {@code 202507}
 * @param product the HS code, {@code 39221000}
 * @param productName its name
 * @param partner the customs code, {@code 502}
 * @param partnerName its name
 * @param mode the trade mode's code, {@code 10}
 * @param modeName its name
 * @param region the customs location code, {@code 44}
 * @param regionName its name
 * @param value the value as printed, {@code 63,994,478}
 */
public record CustomsRow(
    String period,
    String product,
    String productName,
    String partner,
    String partnerName,
    String mode,
    String modeName,
    String region,
    String regionName,
    String value) {

  /**
   * An ordinary row.
   *
   * @param period {@code 2025-07}
   * @param region ISO 3166-2, {@code CN-GD}
   * @param partner ISO 3166-1 alpha-3, {@code USA}
   * @param product the HS code
   * @param value whole units of the file's currency
   */
  public static CustomsRow of(
      String period, String region, String partner, String product, long value) {
    Region location = Region.of(region);
    Partner country = Partner.of(partner);
    if (location == null || country == null) {
      throw new IllegalArgumentException("no such region or partner: " + region + ", " + partner);
    }
    return new CustomsRow(
        period.replace("-", ""),
        product,
        "商品" + product,
        country.gacc(),
        country.nameZh(),
        "10",
        "一般贸易",
        location.gacc(),
        location.fullNameZh(),
        String.format(java.util.Locale.ROOT, "%,d", value));
  }

  /** The same row with another period as printed. */
  public CustomsRow withPeriod(String printed) {
    return new CustomsRow(
        printed,
        product,
        productName,
        partner,
        partnerName,
        mode,
        modeName,
        region,
        regionName,
        value);
  }

  /** The same row with another partner code and name as printed. */
  public CustomsRow withPartner(String code, String name) {
    return new CustomsRow(
        period, product, productName, code, name, mode, modeName, region, regionName, value);
  }

  /** The same row with another trade mode code and name as printed. */
  public CustomsRow withMode(String code, String name) {
    return new CustomsRow(
        period, product, productName, partner, partnerName, code, name, region, regionName, value);
  }

  /** The same row with another region code and name as printed. */
  public CustomsRow withRegion(String code, String name) {
    return new CustomsRow(
        period, product, productName, partner, partnerName, mode, modeName, code, name, value);
  }

  /** The same row with another value as printed. */
  public CustomsRow withValue(String printed) {
    return new CustomsRow(
        period,
        product,
        productName,
        partner,
        partnerName,
        mode,
        modeName,
        region,
        regionName,
        printed);
  }
}
