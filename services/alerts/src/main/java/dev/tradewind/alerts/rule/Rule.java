package dev.tradewind.alerts.rule;

import dev.tradewind.alerts.indicator.Series;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * When the year-on-year change of a series deserves an alert. Only the newest period of the series
 * raises one.
 *
 * @param id stable name
 * @param name for people
 * @param scope the regions it judges
 * @param series what it watches
 * @param warning a change at or below this fraction is a warning; null for none
 * @param critical a change at or below this fraction is critical; null for none
 * @param minBase a base below this many units of the currency is not judged
 * @param newYearGuard whether January, and February by itself, are never judged: the New Year moves
 *     between them
 */
public record Rule(
    String id,
    String name,
    Scope scope,
    Series series,
    @Nullable BigDecimal warning,
    @Nullable BigDecimal critical,
    BigDecimal minBase,
    boolean newYearGuard) {}
