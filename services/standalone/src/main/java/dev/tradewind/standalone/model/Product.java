package dev.tradewind.standalone.model;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product of the model, which may change its code with the HS edition.
 *
 * @param code HS 2022, eight digits
 * @param earlier its code before 2022; null if it did not exist
 * @param file which file holds it
 * @param sector the article's name for it
 * @param nameZh as in the customs files
 * @param unit of the first quantity
 * @param unit2 of the second, or {@code ?}
 * @param price US$ per first unit
 * @param us weight in exports to the US
 * @param rest weight in exports elsewhere
 * @param trend yearly growth of its weight up to 2024
 * @param usGrowth 2025 against 2024 to the US, before all is made to fit
 * @param restGrowth the same elsewhere
 * @param restFixed whether {@code restGrowth} is not adjusted: it is hard to redirect
 * @param others affinity of provinces that {@code affinity} does not name
 * @param affinity by region: its weight there is this much of the national one
 */
record Product(
    String code,
    @Nullable String earlier,
    String file,
    String sector,
    String nameZh,
    String unit,
    String unit2,
    double price,
    double us,
    double rest,
    double trend,
    double usGrowth,
    double restGrowth,
    boolean restFixed,
    double others,
    Map<String, Double> affinity) {
  private static final int HS_2022 = 2022;

  static List<Product> all() {
    return Table.read("products.csv", Product::of);
  }

  /** The code in the HS edition of that year; null if the product had none. */
  @Nullable String codeIn(int year) {
    return year < HS_2022 ? earlier : code;
  }

  double affinity(String region) {
    return affinity.getOrDefault(region, others);
  }

  private static Product of(NamedCsvRecord row) {
    String code = row.getField("code");
    String earlier = row.getField("earlier");
    return new Product(
        code,
        earlier.equals("-") ? null : earlier.isEmpty() ? code : earlier,
        row.getField("file"),
        row.getField("sector"),
        row.getField("nameZh"),
        row.getField("unit"),
        row.getField("unit2"),
        Table.number(row, "price"),
        Table.number(row, "us"),
        Table.number(row, "rest"),
        Table.number(row, "trend"),
        Table.number(row, "usGrowth"),
        Table.number(row, "restGrowth"),
        row.getField("restFixed").equals("yes"),
        Table.number(row, "others"),
        byRegion(row.getField("affinity")));
  }

  private static Map<String, Double> byRegion(String text) {
    Function<String, String[]> pair = entry -> entry.split(":");
    return Stream.of(text.split(" "))
        .map(pair)
        .collect(Collectors.toUnmodifiableMap(e -> e[0], e -> Double.valueOf(e[1])));
  }
}
