package dev.tradewind.metrics.indicator;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.sector.SectorFilter;
import java.time.YearMonth;
import java.util.List;

/**
 * What a table of indicators is about.
 *
 * @param partner one partner, several together, or the world
 * @param sector which products
 * @param window which months
 * @param period the window's last month
 * @param currency ISO 4217
 */
public record Series(
    Partners partner, SectorFilter sector, Window window, YearMonth period, String currency) {
  /** Of one partner or the world. */
  public Series(
      String partner, SectorFilter sector, Window window, YearMonth period, String currency) {
    this(Partners.of(partner), sector, window, period, currency);
  }

  /** The same of another period. */
  Series at(YearMonth other) {
    return new Series(partner, sector, window, other, currency);
  }

  /** The window's months. */
  public List<Integer> months() {
    return window.months(period).stream().map(PeriodKey::of).toList();
  }

  /** The base's months. */
  public List<Integer> baseMonths() {
    return window.baseMonths(period).stream().map(PeriodKey::of).toList();
  }
}
