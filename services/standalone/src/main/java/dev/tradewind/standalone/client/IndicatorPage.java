package dev.tradewind.standalone.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Indicators of one partner, period and window.
 *
 * @param items one row per region
 * @param period the last month of the window
 * @param newestPeriod the newest month that the system knows
 * @param window {@code ytd}
 * @param partial what the total covers, if not everything
 * @param labels what the data are, if not official
 * @param reason why there are no rows
 */
public record IndicatorPage(
    List<IndicatorRow> items,
    @Nullable String period,
    @Nullable String newestPeriod,
    String window,
    @Nullable String partial,
    @Nullable List<String> labels,
    @Nullable String reason) {}
