package dev.tradewind.standalone.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * How a year's exports spread over its months: shipments for Christmas rise in the second half, and
 * factories stand still around the Chinese New Year, which moves between January and February.
 */
final class Season {
  private static final double[] WEIGHTS = {
    0.98, 0.95, 0.92, 0.95, 1.00, 1.03, 1.05, 1.06, 1.06, 1.04, 1.06, 1.08
  };
  private static final Map<Integer, LocalDate> NEW_YEAR =
      Map.of(
          2020, LocalDate.of(2020, 1, 25),
          2021, LocalDate.of(2021, 2, 12),
          2022, LocalDate.of(2022, 2, 1),
          2023, LocalDate.of(2023, 1, 22));
  private static final int QUIET_DAYS_BEFORE = 7;
  private static final int QUIET_DAYS_AFTER = 14;
  private static final double LOST_ON_A_QUIET_DAY = 0.5;

  private Season() {}

  /** The month's weight in its year, 2020–2023, for a region. */
  static double weight(YearMonth month, String region) {
    return WEIGHTS[month.getMonthValue() - 1] * newYear(month) * shock(month, region);
  }

  /** Toys are shipped for Christmas, clothes before the season. */
  static double ofSector(String sector, YearMonth month) {
    int number = month.getMonthValue();
    return switch (sector) {
      case "toys" -> number >= 7 && number <= 10 ? 1.25 : 0.92;
      case "garments" -> number >= 6 && number <= 9 ? 1.12 : 0.96;
      case "vegetables" -> number >= 7 && number <= 11 ? 1.2 : 0.9;
      default -> 1;
    };
  }

  private static double newYear(YearMonth month) {
    LocalDate day = NEW_YEAR.get(month.getYear());
    if (day == null) {
      throw new IllegalArgumentException("no New Year known for " + month);
    }
    long quiet =
        day.minusDays(QUIET_DAYS_BEFORE)
            .datesUntil(day.plusDays(QUIET_DAYS_AFTER))
            .filter(date -> YearMonth.from(date).equals(month))
            .count();
    return 1 - LOST_ON_A_QUIET_DAY * quiet / month.lengthOfMonth();
  }

  /** The standstill of early 2020, and Shanghai's of spring 2022. */
  private static double shock(YearMonth month, String region) {
    boolean shanghai = region.equals("CN-SH");
    return switch (month.toString()) {
      case "2020-02" -> 0.42;
      case "2020-03" -> 0.85;
      case "2022-04" -> shanghai ? 0.5 : 1;
      case "2022-05" -> shanghai ? 0.75 : 1;
      default -> 1;
    };
  }
}
