package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.period.Window;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a briefing is about.
 *
 * @param partner ISO 3166-1 alpha-3
 * @param period the window's last month
 * @param window the months that it tells of
 * @param currency ISO 4217
 * @param newest the newest month that is covered
 * @param asOf the earlier state that it tells of, as it was asked for
 */
record Scope(
    String partner,
    YearMonth period,
    Window window,
    String currency,
    YearMonth newest,
    Optional<String> asOf) {

  /** The first month of the window. */
  YearMonth first() {
    return window.months(period).get(0);
  }
}
