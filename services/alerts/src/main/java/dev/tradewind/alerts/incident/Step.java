package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Figures;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One line of an incident's history.
 *
 * @param kind what happened
 * @param period whose figures did it
 * @param was the figures before; null where there were none of that period
 * @param now the figures since; null where they were taken back
 */
public record Step(StepKind kind, YearMonth period, @Nullable Figures was, @Nullable Figures now) {}
