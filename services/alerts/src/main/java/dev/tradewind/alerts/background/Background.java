package dev.tradewind.alerts.background;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stood around a telling when it was made. No change of it alone is told.
 *
 * @param last the last of the months
 * @param months by region, the values of single months up to the last, oldest first; null is a hole
 * @param sectors by region, the one that fell most
 * @param since by incident, when it was raised
 * @param events near the period, by day
 */
public record Background(
    YearMonth last,
    Map<String, List<@Nullable BigDecimal>> months,
    Map<String, SectorFall> sectors,
    Map<Long, Instant> since,
    List<Event> events) {
  /** How many months there are. */
  public static final int MONTHS = 12;

  /** Copies. */
  public Background {
    months = Map.copyOf(months);
    sectors = Map.copyOf(sectors);
    since = Map.copyOf(since);
    events = List.copyOf(events);
  }

  /** The months of a region, oldest first; empty if none are known. */
  public List<@Nullable BigDecimal> monthsOf(String region) {
    List<@Nullable BigDecimal> known = months.getOrDefault(region, List.of());
    return Collections.unmodifiableList(new ArrayList<>(known));
  }

  /**
   * What a sector did.
   *
   * @param sector its id
   * @param change against the base, in units of the currency; negative
   * @param yoy as a fraction; null where it is not defined
   */
  public record SectorFall(String sector, BigDecimal change, @Nullable BigDecimal yoy) {}

  /**
   * Something that shapes trade.
   *
   * @param endDate the last day; null for a single day, or if it lasts
   */
  public record Event(LocalDate date, @Nullable LocalDate endDate, String titleEn, String titleZh) {}
}
