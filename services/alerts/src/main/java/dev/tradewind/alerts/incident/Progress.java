package dev.tradewind.alerts.incident;

import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * An incident after an evaluation.
 *
 * @param observations by period
 * @param changed the observations that differ from before
 * @param steps what happened, in order
 */
public record Progress(
    NavigableMap<YearMonth, Observation> observations,
    List<Observation> changed,
    List<Step> steps) {
  /** How it stands; null if there is no incident. */
  public @Nullable Standing standing() {
    return Standing.of(observations);
  }
}
