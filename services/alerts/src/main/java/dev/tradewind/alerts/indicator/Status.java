package dev.tradewind.alerts.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What metrics says of a cell's comparability. */
public enum Status {
  /** Some month of the window is not covered. */
  HOLE("hole"),
  /** The two windows do not cover the same things. */
  NOT_COMPARABLE("not-comparable"),
  /** The base is zero. */
  NEW_FLOW("new-flow"),
  /** The current value is zero. */
  CEASED("ceased"),
  /** The base is small by metrics' own measure; a rule has its own. */
  LOW_BASE("low-base"),
  /** Comparable, but expected to be revised. */
  PROVISIONAL("provisional"),
  /** Plainly comparable. */
  OK("ok"),
  /** A status of a newer metrics; never judged. */
  UNRECOGNISED("unrecognised");

  private final String id;

  Status(String id) {
    this.id = id;
  }

  /** The name in messages. */
  @JsonValue
  public String id() {
    return id;
  }

  /** Whether the two windows can be compared at all. */
  public boolean comparable() {
    return this != HOLE && this != NOT_COMPARABLE && this != UNRECOGNISED;
  }

  /** The status of that name; a name of the future is {@link #UNRECOGNISED}. */
  @JsonCreator
  public static Status of(String id) {
    for (Status status : values()) {
      if (status.id.equals(id)) {
        return status;
      }
    }
    return UNRECOGNISED;
  }
}
