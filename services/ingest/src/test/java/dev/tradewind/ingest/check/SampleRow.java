package dev.tradewind.ingest.check;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A row that tests write in any layout.
 *
 * @param unit empty for none
 */
record SampleRow(
    YearMonth period,
    String region,
    String partner,
    String product,
    long cents,
    long quantity,
    String unit) {

  /** The cell in the words of {@link Checked}. */
  String key(boolean national) {
    return (national ? "CN" : region) + " " + period + " " + partner + " " + product;
  }

  String plainValue() {
    return BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString();
  }

  String groupedValue() {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.US))
        .format(BigDecimal.valueOf(cents, 2));
  }

  String yyyymm() {
    return period.toString().replace("-", "");
  }

  Region regionCode() {
    return Objects.requireNonNull(Region.of(region));
  }

  Partner partnerCode() {
    return Objects.requireNonNull(Partner.of(partner));
  }

  String customsPartner() {
    return partnerCode().gaccCodes().stream()
        .filter(code -> code.valid(period))
        .findFirst()
        .orElseThrow()
        .code();
  }

  /** What is to come out of a file of these rows. */
  static Map<String, Long> cells(List<SampleRow> rows, boolean national) {
    Map<String, Long> cells = new TreeMap<>();
    rows.forEach(row -> cells.merge(row.key(national), row.cents, Long::sum));
    return cells;
  }

  /** Quantities of those cells all of whose rows have one, in the same unit. */
  static Map<String, String> quantities(List<SampleRow> rows, boolean national) {
    Map<String, Map<String, Long>> byUnit = new TreeMap<>();
    rows.forEach(
        row ->
            byUnit
                .computeIfAbsent(row.key(national), key -> new LinkedHashMap<>())
                .merge(row.unit, row.quantity, Long::sum));
    Map<String, String> quantities = new TreeMap<>();
    byUnit.forEach(
        (key, units) -> {
          if (units.size() == 1 && !units.containsKey("")) {
            units.forEach((unit, sum) -> quantities.put(key, sum + " " + unit));
          }
        });
    return quantities;
  }
}
