package dev.tradewind.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsTest {
  @ParameterizedTest
  @ValueSource(strings = {"202507", "2025-07", "2025/07", "2025/7", "2025年7月", "2025年07月"})
  void readsAMonth(String text) {
    assertThat(Months.month(Months.parse(text))).isEqualTo(YearMonth.of(2025, 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025", "2025年", "202500"})
  void knowsAYearWhenItSeesOne(String text) {
    assertThat(Months.parse(text)).isEqualTo(Months.ANNUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "202513", "20257", "2025-13", "197912", "215001", "July 2025", "2025070"})
  void refusesWhatIsNotAMonth(String text) {
    assertThat(Months.parse(text)).isEqualTo(Months.BAD);
  }
}
