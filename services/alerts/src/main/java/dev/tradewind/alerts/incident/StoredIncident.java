package dev.tradewind.alerts.incident;

import java.time.YearMonth;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it was before an evaluation.
 *
 * @param id null if there is none yet
 * @param observations by period
 */
record StoredIncident(@Nullable Long id, NavigableMap<YearMonth, Observation> observations) {}
