package dev.tradewind.alerts.silence;

import dev.tradewind.alerts.matching.Matchers;
import java.time.Instant;

/**
 * Incidents that are not to be told for a while.
 *
 * @param id of the silence
 * @param matchers which
 * @param startsAt included
 * @param endsAt excluded
 */
public record Silence(long id, Matchers matchers, Instant startsAt, Instant endsAt) {
  /** Where it is in its life. */
  public enum Phase {
    /** Still to come. */
    PENDING,
    /** In force. */
    ACTIVE,
    /** Over. */
    EXPIRED;

    /** The name in the API. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Its phase then. */
  public Phase phase(Instant now) {
    if (!now.isBefore(endsAt)) {
      return Phase.EXPIRED;
    }
    return now.isBefore(startsAt) ? Phase.PENDING : Phase.ACTIVE;
  }
}
