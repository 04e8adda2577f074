package dev.tradewind.metrics.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private final Wording english = new English();
  private final Wording chinese = new Chinese();

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "-0.713127,−71.3 %,−71.3%",
    "2.65,+265 %,+265%",
    "0.36,+36.0 %,+36.0%",
    "0,+0.0 %,+0.0%"
  })
  void ratesHaveASignAndOneDecimal(BigDecimal rate, String en, String zh) {
    assertThat(english.signed(rate)).isEqualTo(en);
    assertThat(chinese.signed(rate)).isEqualTo(zh);
  }

  @ParameterizedTest
  @CsvSource({
    "299115473,US$299.1 million,2.99亿美元",
    "524700000000,US$524.7 billion,5247亿美元",
    "1000000000,US$1 billion,10亿美元",
    "4000000,US$4 million,400万美元",
    "4000001,US$4.0 million,400万美元",
    "7300,'US$7,300',7300美元"
  })
  void moneyReadsAsPeopleSayIt(BigDecimal amount, String en, String zh) {
    assertThat(english.money(amount, "USD")).isEqualTo(en);
    assertThat(chinese.money(amount, "USD")).isEqualTo(zh);
  }

  @ParameterizedTest
  @CsvSource({
    "10.5,grew more than 10-fold,增至10.5倍",
    "67.8,grew more than 67-fold,增至67.8倍",
    "2.86,nearly tripled,增至近3倍",
    "3.2,more than tripled,增至3.2倍",
    "2.2,more than doubled,增至2.2倍"
  })
  void foldsReadAsPeopleSayThem(BigDecimal fold, String en, String zh) {
    assertThat(english.fold(fold)).isEqualTo(en);
    assertThat(chinese.fold(fold)).isEqualTo(zh);
  }

  @Test
  void aShareJustBelowARoundOneIsNearlyThat() {
    assertThat(english.share(new BigDecimal("0.795"))).isEqualTo("nearly 80 % (79.5 %)");
    assertThat(chinese.share(new BigDecimal("0.795"))).isEqualTo("近80%（79.5%）");
    assertThat(english.share(new BigDecimal("0.108"))).isEqualTo("10.8 %");
    assertThat(english.share(new BigDecimal("0.8"))).isEqualTo("80.0 %");
  }

  @Test
  void windowsAreNamedByTheirMonths() {
    YearMonth july = YearMonth.of(2025, 7);
    assertThat(english.span(july, Window.YTD)).isEqualTo("January–July 2025");
    assertThat(chinese.span(july, Window.YTD)).isEqualTo("2025年1—7月");
    assertThat(english.span(july, Window.MONTH)).isEqualTo("July 2025");
    assertThat(english.span(july, Window.R12M)).isEqualTo("August 2024 to July 2025");
    assertThat(english.span(YearMonth.of(2024, 12), Window.YTD)).isEqualTo("2024");
  }

  @Test
  void listsEndWithAnd() {
    assertThat(english.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
    assertThat(english.list(List.of("A"))).isEqualTo("A");
    assertThat(chinese.list(List.of("甲", "乙", "丙"))).isEqualTo("甲、乙和丙");
  }
}
