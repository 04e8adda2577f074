package dev.tradewind.alerts.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "-0.568812, −56.9 %",
    "-0.568500, −56.9 %",
    "-0.568499, −56.8 %",
    "2.650000, +265.0 %",
    "-1, −100.0 %",
    "0.000400, 0.0 %",
    "-0.000400, 0.0 %"
  })
  void aChangeIsAPercentageWithItsSign(BigDecimal fraction, String text) {
    assertThat(Numbers.change(fraction)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"-0.087692, −8.77 pp", "0.000035, 0.00 pp", "0.00963, +0.96 pp"})
  void aContributionIsInPercentagePoints(BigDecimal fraction, String text) {
    assertThat(Numbers.points(fraction)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "46020000000, US$ 46.0 bn",
    "17867091, US$ 17.9 m",
    "17850000.00, US$ 17.9 m",
    "17849999.99, US$ 17.8 m",
    "999949999, US$ 999.9 m",
    "999950000, US$ 1.0 bn",
    "50000, US$ 0.1 m",
    "49999.5, US$ 50000",
    "13848, US$ 13848",
    "0, US$ 0"
  })
  void moneyIsInBillionsOrMillions(BigDecimal amount, String text) {
    assertThat(Numbers.money(amount, "USD")).isEqualTo(text);
  }

  @Test
  void whatIsUndefinedSaysSo() {
    assertThat(Numbers.change(null)).isEqualTo("n/a");
    assertThat(Numbers.part(null)).isEqualTo("n/a");
    assertThat(Numbers.money(null, "CNY")).isEqualTo("n/a");
  }

  @Test
  void otherCurrenciesAreCalledByTheirCode() {
    assertThat(Numbers.money(new BigDecimal("12500000"), "CNY")).isEqualTo("CNY 12.5 m");
  }

  @ParameterizedTest
  @CsvSource({
    "month, 2025-08, August 2025",
    "ytd, 2025-08, January–August 2025",
    "ytd, 2025-01, January 2025",
    "jan-feb, 2025-02, January–February 2025",
    "r12m, 2025-08, 12 months to August 2025"
  })
  void aWindowIsCalledByItsMonths(String window, String period, String text) {
    assertThat(Names.months(Window.of(window), YearMonth.parse(period))).isEqualTo(text);
  }

  @Test
  void exportsAreCalledByPartnerAndSector() {
    assertThat(Names.exports("USA", "all")).isEqualTo("US exports");
    assertThat(Names.exports("VNM", "all")).isEqualTo("Exports to Vietnam");
    assertThat(Names.exports("USA", "furniture")).isEqualTo("US exports (Furniture and its parts)");
    assertThat(Names.exports("USA", "hs:8542")).isEqualTo("US exports (HS 8542)");
  }

  @Test
  void unofficialDataAreCalledWhatTheyAre() {
    assertThat(Names.data(List.of())).isEmpty();
    assertThat(Names.data(List.of("modelled"))).isEqualTo("Modelled data");
  }
}
