package dev.tradewind.metrics.period;

import java.time.YearMonth;
import java.util.List;

/** A month as a number {@code yyyymm}, as tables and sets hold it. */
public final class PeriodKey {
  private PeriodKey() {}

  /** 2025-07 becomes 202507. */
  public static int of(YearMonth month) {
    return month.getYear() * 100 + month.getMonthValue();
  }

  /** 202507 becomes 2025-07. */
  public static YearMonth month(int key) {
    return YearMonth.of(key / 100, key % 100);
  }

  /** The year of a key: HS editions go by it. */
  public static int year(int key) {
    return key / 100;
  }

  /** All of them, in the same order. */
  public static Integer[] array(List<YearMonth> months) {
    return months.stream().map(PeriodKey::of).toArray(Integer[]::new);
  }
}
