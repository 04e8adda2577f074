package dev.tradewind.testing;

import static dev.tradewind.testing.CustomsColumn.MODE;
import static dev.tradewind.testing.CustomsColumn.MODE_NAME;
import static dev.tradewind.testing.CustomsColumn.PARTNER;
import static dev.tradewind.testing.CustomsColumn.PARTNER_NAME;
import static dev.tradewind.testing.CustomsColumn.PERIOD;
import static dev.tradewind.testing.CustomsColumn.PRODUCT;
import static dev.tradewind.testing.CustomsColumn.PRODUCT_NAME;
import static dev.tradewind.testing.CustomsColumn.QUANTITY;
import static dev.tradewind.testing.CustomsColumn.REGION;
import static dev.tradewind.testing.CustomsColumn.REGION_NAME;
import static dev.tradewind.testing.CustomsColumn.SECOND_QUANTITY;
import static dev.tradewind.testing.CustomsColumn.SECOND_UNIT;
import static dev.tradewind.testing.CustomsColumn.UNIT;
import static dev.tradewind.testing.CustomsColumn.VALUE;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * One row as the customs site prints it: all fields are text, so that a test can write nonsense.
 *
 * @param fields what stands in each column
 */
public record CustomsRow(Map<CustomsColumn, String> fields) {

  /** Copies what it is given. */
  public CustomsRow {
    fields = new EnumMap<>(fields);
  }

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
    YearMonth month = YearMonth.parse(period);
    Region location = Region.of(region);
    Partner country = Partner.of(partner);
    if (location == null || country == null) {
      throw new IllegalArgumentException("no such region or partner: " + region + ", " + partner);
    }
    Map<CustomsColumn, String> fields = new EnumMap<>(CustomsColumn.class);
    fields.put(PERIOD, period.replace("-", ""));
    fields.put(PRODUCT, product);
    fields.put(PRODUCT_NAME, "商品" + product);
    fields.put(PARTNER, customsCode(country, month));
    fields.put(PARTNER_NAME, country.nameZh());
    fields.put(MODE, "10");
    fields.put(MODE_NAME, "一般贸易");
    fields.put(REGION, location.gacc());
    fields.put(REGION_NAME, location.fullNameZh());
    fields.put(QUANTITY, "1");
    fields.put(UNIT, "千克");
    fields.put(SECOND_QUANTITY, "0");
    fields.put(SECOND_UNIT, "?");
    fields.put(VALUE, String.format(Locale.ROOT, "%,d", value));
    return new CustomsRow(fields);
  }

  /** The same row with another text in one column. */
  public CustomsRow with(CustomsColumn column, String printed) {
    CustomsRow changed = new CustomsRow(fields);
    changed.fields.put(column, printed);
    return changed;
  }

  private static String customsCode(Partner partner, YearMonth month) {
    return partner.gaccCodes().stream()
        .filter(code -> code.valid(month))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(partner.code() + " has no code then"))
        .code();
  }
}
