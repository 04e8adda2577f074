package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.inhibition.Inhibition;
import dev.tradewind.alerts.silence.Silence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides of one incident whether it is kept from being told. */
@FunctionalInterface
interface Hold {
  /**
   * Why it is not told; null if nothing is against it.
   *
   * @param labels of the incident
   * @param itself the incident, if it exists
   * @param all incidents of its series and period
   */
  @Nullable String reason(
      Map<String, String> labels, @Nullable Candidate itself, List<Candidate> all);

  /** The other's reason, where the one has none. */
  default Hold or(Hold other) {
    return (labels, itself, all) -> {
      String reason = reason(labels, itself, all);
      return reason == null ? other.reason(labels, itself, all) : reason;
    };
  }

  /** By a weightier incident that fires. */
  static Hold inhibiting(List<Inhibition> inhibitions) {
    return (labels, itself, all) -> {
      for (Candidate other : all) {
        if (other.member().finding() == Finding.FIRING
            && !other.equals(itself)
            && inhibitions.stream().anyMatch(i -> i.holds(other.labels(), labels))) {
          return "inhibited by incident " + other.id();
        }
      }
      return null;
    };
  }

  /** By somebody who asked for it. */
  static Hold silencing(List<Silence> silences) {
    return (labels, itself, all) -> {
      for (Silence silence : silences) {
        if (silence.matchers().match(labels)) {
          return "silenced by " + silence.id();
        }
      }
      return null;
    };
  }
}
