package dev.tradewind.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.standalone.client.IndicatorPage;
import dev.tradewind.standalone.client.IndicatorRow;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndicatorTableTest {

  @Test
  void showsTheNationFirstAndProvincesBySize() {
    // Given
    IndicatorPage page =
        new IndicatorPage(
            List.of(
                row("CN-YN", "Yunnan", "261000000", "-0.71", "ok"),
                row("CN", "China", "299115000000", "-0.118", "ok"),
                row("CN-XZ", "Tibet", null, null, "hole"),
                row("CN-GD", "Guangdong", "62600000000", "-0.141", "ok")),
            "2025-07",
            "2025-08",
            "ytd",
            "of 17 covered products",
            List.of("modelled"),
            null);

    // When
    List<String> lines = IndicatorTable.lines(page);

    // Then
    assertThat(lines)
        .startsWith(
            "Exports to the United States, January–July 2025 against 2024 (modelled data)",
            "",
            "           US exports  share  exposure      YoY  contribution")
        .containsSubsequence(
            "China        299.1 bn  1.0 %    22.5 %  −11.8 %      −1.00 pp",
            "Guangdong     62.6 bn  1.0 %    22.5 %  −14.1 %      −1.00 pp",
            "Yunnan       261.0 m   1.0 %    22.5 %  −71.0 %      −1.00 pp",
            "Tibet               –  1.0 %    22.5 %        –      −1.00 pp  hole",
            "US$; totals of 17 covered products.");
  }

  private static IndicatorRow row(
      String region, String name, @Nullable String value, @Nullable String yoy, String status) {
    return new IndicatorRow(
        region,
        name,
        value == null ? null : new BigDecimal(value),
        new BigDecimal("0.01"),
        new BigDecimal("0.225"),
        yoy == null ? null : new BigDecimal(yoy),
        new BigDecimal("-0.01"),
        status);
  }
}
