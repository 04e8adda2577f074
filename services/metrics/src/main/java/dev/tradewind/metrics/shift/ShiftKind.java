package dev.tradewind.metrics.shift;

import java.util.Arrays;
import java.util.List;

/** What happened to a flow. */
public enum ShiftKind {
  /** Many times as much as before. */
  GROWN("grown"),
  /** A fraction of what it was. */
  SHRUNK("shrunk"),
  /** Nothing before. */
  NEW_FLOW("new-flow"),
  /** Nothing any more. */
  CEASED("ceased");

  /** The names in the API. */
  public static final List<String> IDS = Arrays.stream(values()).map(ShiftKind::id).toList();

  private final String id;

  ShiftKind(String id) {
    this.id = id;
  }

  /** The name in the API. */
  public String id() {
    return id;
  }

  /** The kind of that name. */
  static ShiftKind of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst().orElseThrow();
  }
}
