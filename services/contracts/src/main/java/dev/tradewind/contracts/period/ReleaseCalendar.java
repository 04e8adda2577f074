package dev.tradewind.contracts.period;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;

/**
 * By when the source publishes a month's data.
 *
 * @param day the day of the following month by which a month is due, 1 to 31; in shorter months the
 *     last
 * @param januaryWithFebruary whether January is due together with February
 * @param dates days of single months that differ
 */
public record ReleaseCalendar(
    int day, boolean januaryWithFebruary, Map<YearMonth, LocalDate> dates) {
  private static final int LAST_DAY = 31;

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException if there is no such day
   */
  public ReleaseCalendar {
    if (day < 1 || day > LAST_DAY) {
      throw new IllegalArgumentException("release day " + day + " is not between 1 and 31");
    }
    dates = Map.copyOf(dates);
  }

  /** The day by which a month is due. */
  public LocalDate due(YearMonth month) {
    LocalDate named = dates.get(month);
    if (named != null) {
      return named;
    }
    YearMonth after = month.plusMonths(1);
    return januaryWithFebruary && month.getMonth() == Month.JANUARY
        ? due(after)
        : after.atDay(Math.min(day, after.lengthOfMonth()));
  }

  /** Whether a month's day has passed. */
  public boolean overdue(YearMonth month, LocalDate today) {
    return today.isAfter(due(month));
  }
}
