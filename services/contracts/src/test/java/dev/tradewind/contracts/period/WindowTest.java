package dev.tradewind.contracts.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WindowTest {
  @Test
  void ytdComparesTheSameMonthsOfBothYears() {
    YearMonth july = YearMonth.of(2025, 7);
    assertThat(Window.YTD.months(july)).hasSize(7).startsWith(YearMonth.of(2025, 1)).endsWith(july);
    assertThat(Window.YTD.baseMonths(july))
        .hasSize(7)
        .startsWith(YearMonth.of(2024, 1))
        .endsWith(YearMonth.of(2024, 7));
  }

  @Test
  void twelveMonthsReachIntoTheYearBefore() {
    assertThat(Window.R12M.months(YearMonth.of(2025, 7)))
        .hasSize(12)
        .startsWith(YearMonth.of(2024, 8));
  }

  @Test
  void januaryAndFebruaryTogetherExistForFebruaryOnly() {
    assertThat(Window.JAN_FEB.months(YearMonth.of(2025, 2)))
        .containsExactly(YearMonth.of(2025, 1), YearMonth.of(2025, 2));
    assertThatThrownBy(() -> Window.JAN_FEB.months(YearMonth.of(2025, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void aMonthTouchesExactlyThePeriodsWhoseWindowOrBaseContainsIt(
      @ForAll Window window, @ForAll @IntRange(min = 0, max = 47) int offset) {
    YearMonth month = YearMonth.of(2022, 1).plusMonths(offset);
    var touched = window.touchedBy(month);
    for (int i = -36; i <= 36; i++) {
      YearMonth period = month.plusMonths(i);
      if (!window.exists(period)) {
        assertThat(touched).doesNotContain(period);
        continue;
      }
      boolean contains =
          window.months(period).contains(month) || window.baseMonths(period).contains(month);
      assertThat(touched.contains(period))
          .as("%s in %s of %s", month, window, period)
          .isEqualTo(contains);
    }
  }
}
