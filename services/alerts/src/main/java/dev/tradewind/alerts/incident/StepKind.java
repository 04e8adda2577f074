package dev.tradewind.alerts.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happened to an incident. */
public enum StepKind {
  /** It began, or began again. */
  RAISED,
  /** A newer period goes on with it. */
  CONTINUED,
  /** A newer period is more severe. */
  WORSENED,
  /** A newer period is less severe. */
  EASED,
  /** A newer period ends it. */
  RESOLVED,
  /** A revision changed the figures of a period it had observed. */
  CORRECTED,
  /** The figures of a period it had observed were taken back. */
  WITHDRAWN,
  /** Somebody took it on. */
  ACKNOWLEDGED,
  /** Its rule no longer applies: it was disabled, deleted, or watches something else. */
  CLOSED;

  /** The name in the API. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
