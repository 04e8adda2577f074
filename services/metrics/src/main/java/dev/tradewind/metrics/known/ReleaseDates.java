package dev.tradewind.metrics.known;

import dev.tradewind.contracts.period.ReleaseCalendar;
import dev.tradewind.metrics.MetricsConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** The release calendar as it is configured. */
@Singleton
class ReleaseDates {
  @Produces
  @Singleton
  ReleaseCalendar calendar(MetricsConfig config) {
    return of(config.release());
  }

  static ReleaseCalendar of(MetricsConfig.Release release) {
    Map<YearMonth, LocalDate> dates = new HashMap<>();
    release.dates().forEach((month, day) -> dates.put(month(month), day));
    return new ReleaseCalendar(release.day(), release.januaryWithFebruary(), dates);
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "tradewind.metrics.release.dates: '" + text + "' is not a month such as 2025-07", e);
    }
  }
}
