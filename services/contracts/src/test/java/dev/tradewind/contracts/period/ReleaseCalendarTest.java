package dev.tradewind.contracts.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseCalendarTest {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void aMonthIsDueOnThatDayOfTheNext() {
    ReleaseCalendar calendar = new ReleaseCalendar(20, true, Map.of());
    assertThat(calendar.due(YearMonth.of(2025, 7))).isEqualTo("2025-08-20");
    assertThat(calendar.due(YearMonth.of(2025, 12))).isEqualTo("2026-01-20");
  }

  @Test
  void aDayThatTheNextMonthDoesNotHaveIsItsLast() {
    ReleaseCalendar calendar = new ReleaseCalendar(31, false, Map.of());
    assertThat(calendar.due(JANUARY)).isEqualTo("2026-02-28");
  }

  @Test
  void januaryComesWithFebruaryWhereTheSourceCombinesThem() {
    assertThat(new ReleaseCalendar(20, true, Map.of()).due(JANUARY)).isEqualTo("2026-03-20");
    assertThat(new ReleaseCalendar(20, false, Map.of()).due(JANUARY)).isEqualTo("2026-02-20");
  }

  @Test
  void aNamedDateCountsBeforeTheRuleAlsoForJanuary() {
    Map<YearMonth, LocalDate> dates = Map.of(YearMonth.of(2026, 2), day("2026-03-18"));
    ReleaseCalendar calendar = new ReleaseCalendar(20, true, dates);
    assertThat(calendar.due(YearMonth.of(2026, 2))).isEqualTo("2026-03-18");
    assertThat(calendar.due(JANUARY)).isEqualTo("2026-03-18");
  }

  @Test
  void aMonthIsOverdueFromTheDayAfter() {
    ReleaseCalendar calendar = new ReleaseCalendar(20, true, Map.of());
    assertThat(calendar.overdue(YearMonth.of(2025, 7), day("2025-08-20"))).isFalse();
    assertThat(calendar.overdue(YearMonth.of(2025, 7), day("2025-08-21"))).isTrue();
  }

  @Test
  void aDayOutsideAnyMonthIsRefused() {
    assertThatThrownBy(() -> new ReleaseCalendar(0, true, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> new ReleaseCalendar(32, true, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32");
  }
}
