package dev.tradewind.alerts.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How bad it is; of several, the highest only. */
public enum Severity {
  /** Worth knowing. */
  WARNING,
  /** Worth acting on. */
  CRITICAL;

  /** The name in the API. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The severity of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Severity of(String id) {
    for (Severity severity : values()) {
      if (severity.id().equals(id)) {
        return severity;
      }
    }
    throw new IllegalArgumentException("use warning or critical");
  }
}
