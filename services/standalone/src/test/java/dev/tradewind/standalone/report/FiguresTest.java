package dev.tradewind.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "299115473, '299.1 m '",
    "62600000000, '62.6 bn'",
    "3890000000, '3.89 bn'",
    "999949999, '999.9 m '",
    "999950000, '1.00 bn'",
    "999949, '999.9 k '",
    "999950, '1.0 m '",
    "0, '0   '",
    "-1500000, '−1.5 m '"
  })
  void showsMoneyWithAUnit(BigDecimal dollars, String shown) {
    assertThat(Figures.money(dollars)).isEqualTo(shown);
  }

  @Test
  void showsRatesAsPercent() {
    BigDecimal fall = new BigDecimal("-0.713127");
    assertThat(Figures.change(fall)).isEqualTo("−71.3 %");
    assertThat(Figures.change(new BigDecimal("2.65"))).isEqualTo("+265.0 %");
    assertThat(Figures.percent(new BigDecimal("0.225"))).isEqualTo("22.5 %");
    assertThat(Figures.points(new BigDecimal("-0.087692"))).isEqualTo("−8.77 pp");
  }

  @Test
  void showsTheUnknownAsADash() {
    assertThat(Figures.money(null)).isEqualTo("–");
    assertThat(Figures.percent(null)).isEqualTo("–");
    assertThat(Figures.change(null)).isEqualTo("–");
    assertThat(Figures.points(null)).isEqualTo("–");
  }
}
