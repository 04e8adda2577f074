package dev.tradewind.metrics.known;

import dev.tradewind.metrics.MetricsConfig;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;

/** By when a month's data are published. */
@Singleton
class ReleaseCalendar {
  private final int day;
  private final boolean januaryWithFebruary;
  private final Map<String, LocalDate> dates;

  ReleaseCalendar(MetricsConfig config) {
    this.day = config.release().day();
    this.januaryWithFebruary = config.release().januaryWithFebruary();
    this.dates = config.release().dates();
  }

  /** The day by which a month is due. */
  LocalDate due(YearMonth month) {
    LocalDate named = dates.get(month.toString());
    if (named != null) {
      return named;
    }
    if (januaryWithFebruary && month.getMonth() == Month.JANUARY) {
      return due(month.plusMonths(1));
    }
    YearMonth after = month.plusMonths(1);
    return after.atDay(Math.min(day, after.lengthOfMonth()));
  }
}
