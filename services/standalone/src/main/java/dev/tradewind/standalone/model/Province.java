package dev.tradewind.standalone.model;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;

/**
 * What is given for a province, in US$.
 *
 * @param region ISO 3166-2
 * @param us2024 to the US, January–July 2024
 * @param us2025 the same of 2025
 * @param total2024 to the world, January–July 2024
 * @param total2025 the same of 2025
 * @param usYear2024 to the US in all of 2024; NaN if free
 * @param usAugust year-on-year of August 2025 to the US; NaN if free
 */
record Province(
    String region,
    double us2024,
    double us2025,
    double total2024,
    double total2025,
    double usYear2024,
    double usAugust) {
  private static final double BILLION = 1e9;

  /** Keeps totals from being suspiciously round; far below the rounding of what was published. */
  private static final double ROUGHNESS = 2e-5;

  static List<Province> all() {
    return Table.read("provinces.csv", Province::of);
  }

  double rest2024() {
    return total2024 - us2024;
  }

  double rest2025() {
    return total2025 - us2025;
  }

  private static Province of(NamedCsvRecord row) {
    return new Province(
        row.getField("region"),
        money(row, "us2024"),
        money(row, "us2025"),
        money(row, "total2024"),
        money(row, "total2025"),
        money(row, "usYear2024"),
        row.getField("usAugust").isEmpty() ? Double.NaN : Table.number(row, "usAugust"));
  }

  private static double money(NamedCsvRecord row, String field) {
    String text = row.getField(field);
    return text.isEmpty()
        ? Double.NaN
        : Double.parseDouble(text)
            * BILLION
            * Noise.factor(ROUGHNESS, row.getField("region").hashCode(), field.hashCode());
  }
}
