package dev.tradewind.alerts.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tradewind.contracts.code.Region;
import java.util.Locale;

/** The regions a rule judges, each for itself. */
public enum Scope {
  /** The 31 provincial-level regions; never their sum. */
  PROVINCES,
  /** The nation only. */
  NATION;

  /** The name in the API. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the rule judges that region. */
  public boolean contains(String region) {
    return (this == NATION) == region.equals(Region.NATION);
  }
}
