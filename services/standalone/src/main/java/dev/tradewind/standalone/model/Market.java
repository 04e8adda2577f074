package dev.tradewind.standalone.model;

import dev.tradewind.contracts.code.Partner;
import java.util.List;
import java.util.Objects;

/**
 * A destination.
 *
 * @param code ISO 3166-1 alpha-3
 * @param gacc customs code
 * @param nameZh Chinese name
 * @param weight among the destinations other than the US
 * @param growth 2025 against 2024, before all is made to fit
 */
record Market(String code, String gacc, String nameZh, double weight, double growth) {
  static final Market US = of("USA", 1, 1);

  /** All but the US. */
  static List<Market> rest() {
    return Table.read(
        "partners.csv",
        row ->
            of(row.getField("partner"), Table.number(row, "weight"), Table.number(row, "growth")));
  }

  private static Market of(String code, double weight, double growth) {
    Partner partner = Objects.requireNonNull(Partner.of(code), code);
    Partner.GaccCode gacc =
        partner.gaccCodes().stream()
            .filter(candidate -> candidate.valid(Months.FIRST))
            .filter(candidate -> candidate.valid(Months.of(Months.COUNT - 1)))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(code + " was recoded: the model cannot"));
    return new Market(code, gacc.code(), partner.nameZh(), weight, growth);
  }
}
