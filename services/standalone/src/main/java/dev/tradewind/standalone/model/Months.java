package dev.tradewind.standalone.model;

import java.time.YearMonth;

/** The months of the model by number: 0 is January 2020. */
final class Months {
  static final YearMonth FIRST = YearMonth.of(2020, 1);
  static final int COUNT = 68;

  /** January 2024. */
  static final int BASE = 48;

  /** January 2025. */
  static final int CURRENT = 60;

  /** The article's window, January to July. */
  static final int WINDOW = 7;

  private Months() {}

  static YearMonth of(int month) {
    return FIRST.plusMonths(month);
  }

  static int number(YearMonth period) {
    return (period.getYear() - FIRST.getYear()) * 12 + period.getMonthValue() - 1;
  }

  static int year(int month) {
    return of(month).getYear();
  }
}
