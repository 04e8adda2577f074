package dev.tradewind.standalone.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one region; rates are fractions.
 *
 * @param region ISO 3166-2, or {@code CN}
 * @param regionName in English
 * @param value exports in the window
 * @param share of the nation's exports to the partner
 * @param exposure the partner's share of the region's own exports
 * @param yoy against the same window a year earlier
 * @param contribution to the national change
 * @param status whether the comparison holds
 */
public record IndicatorRow(
    String region,
    String regionName,
    @Nullable BigDecimal value,
    @Nullable BigDecimal share,
    @Nullable BigDecimal exposure,
    @Nullable BigDecimal yoy,
    @Nullable BigDecimal contribution,
    String status) {}
