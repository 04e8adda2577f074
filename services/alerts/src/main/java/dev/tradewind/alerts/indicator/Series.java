package dev.tradewind.alerts.indicator;

import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.period.Window;

/**
 * What a sequence of periods is read over.
 *
 * @param partner ISO 3166-1 alpha-3
 * @param sector a sector's id, or {@code all}
 * @param window the months a period sums over
 * @param currency ISO 4217
 */
public record Series(String partner, String sector, Window window, String currency) {
  /** The series of an event. */
  public static Series of(IndicatorEvent.Slice slice) {
    return new Series(slice.partner(), slice.sector(), slice.window(), slice.currency());
  }

  /** The series of an event. */
  public static Series of(IndicatorEvent.Newest newest) {
    return new Series(newest.partner(), newest.sector(), newest.window(), newest.currency());
  }
}
