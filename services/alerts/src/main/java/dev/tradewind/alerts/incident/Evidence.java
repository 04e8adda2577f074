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
 * @param since the first period whose judgement the change may have altered; what was observed
 *     before it stands
 * @param figures by period: all that is known of {@code since} and later observed periods, of the
 *     newest, and of the periods that their judgement looks back at
 * @param takenBack periods whose figures were known until this change took data back; elsewhere
 *     unknown figures were merely hidden by new data
 */
public record Evidence(
    @Nullable YearMonth newest,
    YearMonth since,
    Map<YearMonth, Figures> figures,
    Set<YearMonth> takenBack) {}
