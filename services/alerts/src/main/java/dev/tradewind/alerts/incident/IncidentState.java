package dev.tradewind.alerts.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an incident stands. */
public enum IncidentState {
  /** The newest figures known of it deserve an alert. */
  FIRING,
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
}
