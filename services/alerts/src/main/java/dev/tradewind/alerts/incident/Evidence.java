package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Figures;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one region in one series after a change.
 *
 * @param newest the latest covered period of the series; null if nothing is covered any more
 * @param figures by period: the newest and those that the change may have touched
 * @param takenBack periods whose figures were known until this change took data back; elsewhere
 *     unknown figures were merely hidden by new data
 */
public record Evidence(
    @Nullable YearMonth newest, Map<YearMonth, Figures> figures, Set<YearMonth> takenBack) {}
