package dev.tradewind.alerts.incident;

import java.time.YearMonth;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What an incident's observations amount to: the latest one that was not taken back decides.
 *
 * @param state how it stands
 * @param current the deciding observation
 * @param since the first period of the alert that {@code current} continues or ends
 */
public record Standing(IncidentState state, Observation current, YearMonth since) {
  /** Of those observations; null if there are none. */
  static @Nullable Standing of(NavigableMap<YearMonth, Observation> observations) {
    Observation current = null;
    for (Observation observation : observations.descendingMap().values()) {
      if (observation.finding() != Finding.WITHDRAWN) {
        current = observation;
        break;
      }
    }
    if (current == null) {
      return observations.isEmpty()
          ? null
          : new Standing(
              IncidentState.WITHDRAWN,
              observations.lastEntry().getValue(),
              observations.firstKey());
    }
    return new Standing(state(current), current, since(observations, current));
  }

  boolean firing() {
    return state == IncidentState.FIRING;
  }

  private static IncidentState state(Observation current) {
    return switch (current.finding()) {
      case FIRING -> IncidentState.FIRING;
      case RECOVERED -> IncidentState.RESOLVED;
      case CORRECTED -> IncidentState.CORRECTED;
      case WITHDRAWN -> IncidentState.WITHDRAWN;
      case CLOSED -> IncidentState.CLOSED;
    };
  }

  private static YearMonth since(
      NavigableMap<YearMonth, Observation> observations, Observation current) {
    YearMonth since = current.period();
    for (Observation earlier :
        observations.headMap(current.period(), false).descendingMap().values()) {
      if (earlier.finding() == Finding.FIRING) {
        since = earlier.period();
      } else if (earlier.finding() != Finding.WITHDRAWN) {
        break;
      }
    }
    return since;
  }
}
