package dev.tradewind.alerts.notice;

import dev.tradewind.contracts.period.ReleaseCalendar;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** When the source publishes: the same as metrics is told. */
@ConfigMapping(prefix = "tradewind.alerts.release")
public interface ReleaseConfig {
  /** The day of the following month by which a month's data are published. */
  @WithDefault("20")
  int day();

  /** Whether January comes together with February, as the source combines them. */
  @WithDefault("true")
  boolean januaryWithFebruary();

  /** Days of single months that differ, such as {@code "2025-07"=2025-08-22}. */
  Map<String, LocalDate> dates();

  /** Whose days these are. */
  @WithDefault("Asia/Shanghai")
  ZoneId timeZone();

  /** As a calendar. */
  default ReleaseCalendar calendar() {
    Map<YearMonth, LocalDate> dates = new HashMap<>();
    dates().forEach((month, day) -> dates.put(YearMonth.parse(month), day));
    return new ReleaseCalendar(day(), januaryWithFebruary(), dates);
  }
}
