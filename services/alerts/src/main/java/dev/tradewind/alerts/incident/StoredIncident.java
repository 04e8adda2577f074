package dev.tradewind.alerts.incident;

import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it was before an evaluation.
 *
 * @param observations by period; empty if there is no incident yet
 * @param acknowledgement if somebody took it on
 */
record StoredIncident(
    NavigableMap<YearMonth, Observation> observations, @Nullable Acknowledgement acknowledgement) {
  static StoredIncident none() {
    return new StoredIncident(new TreeMap<>(), null);
  }

  /** How it stands after that progress. */
  IncidentState state(Standing after) {
    Standing before = Standing.of(observations);
    boolean goesOn = before != null && before.firing() && after.firing();
    return goesOn && acknowledgement != null && acknowledgement.covers(after.current().severity())
        ? IncidentState.ACKNOWLEDGED
        : after.state();
  }
}
