package dev.tradewind.metrics.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One region's figures. Money is exact, in units of the currency; rates are fractions with six
 * decimals. Null is undefined, and the reasons say why.
 *
 * @param region ISO 3166-2, or {@code CN}
 * @param value exports in the window
 * @param baseValue exports in the same window a year earlier
 * @param change value − base value
 * @param yoy change / base value
 * @param share value / the nation's value
 * @param shareChange against the base
 * @param rank by value, 1 is the largest; null for the nation
 * @param exposure value / the region's exports to the world: the share of the region's own exports
 * @param exposureChange against the base
 * @param contribution change / the nation's base value
 * @param status what the figures are worth
 * @param reasons for everything that is not plain
 */
public record Indicator(
    String region,
    @Nullable BigDecimal value,
    @Nullable BigDecimal baseValue,
    @Nullable BigDecimal change,
    @Nullable BigDecimal yoy,
    @Nullable BigDecimal share,
    @Nullable BigDecimal shareChange,
    @Nullable Integer rank,
    @Nullable BigDecimal exposure,
    @Nullable BigDecimal exposureChange,
    @Nullable BigDecimal contribution,
    Status status,
    List<String> reasons) {

  /** The same with another rank. */
  Indicator ranked(@Nullable Integer place) {
    return new Indicator(
        region,
        value,
        baseValue,
        change,
        yoy,
        share,
        shareChange,
        place,
        exposure,
        exposureChange,
        contribution,
        status,
        reasons);
  }
}
