package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.indicator.Series;
import java.time.YearMonth;

/**
 * What one message is about.
 *
 * @param series partner, sector, window and currency
 * @param period which was the newest when the message began
 */
public record Group(Series series, YearMonth period) {
  /** The group's part of a message's identity, such as {@code 2025-08|USA|all|ytd|USD}. */
  public String key() {
    return String.join(
        "|",
        period.toString(),
        series.partner(),
        series.sector(),
        series.window().id(),
        series.currency());
  }
}
