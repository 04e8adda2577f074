package dev.tradewind.alerts.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an incident stands. */
public enum IncidentState {
  /** The newest figures known of it deserve an alert. */
  FIRING,
  /** It is firing, and somebody took it on; worse figures make it firing again. */
  ACKNOWLEDGED,
  /** Newer figures no longer do. */
  RESOLVED,
  /** A revision showed that it never did. */
  CORRECTED,
  /** The data that raised it were taken back. */
  WITHDRAWN,
  /** Its rule no longer applies: it was disabled, deleted, or watches something else. */
  CLOSED;

  /** The name in the API. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static IncidentState of(String id) {
    for (IncidentState state : values()) {
      if (state.id().equals(id)) {
        return state;
      }
    }
    throw new IllegalArgumentException(
        "use " + Arrays.stream(values()).map(IncidentState::id).collect(Collectors.joining(", ")));
  }
}
