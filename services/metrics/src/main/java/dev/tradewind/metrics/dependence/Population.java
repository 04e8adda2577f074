package dev.tradewind.metrics.dependence;

import java.util.Arrays;
import java.util.List;

/** Which regions count. */
public enum Population {
  /** All whose base is large enough. */
  ALL("all"),
  /** Those of them that fell. */
  FELL("fell"),
  /** Those of them that rose. */
  ROSE("rose");

  static final List<String> IDS = Arrays.stream(values()).map(Population::id).toList();

  private final String id;

  Population(String id) {
    this.id = id;
  }

  /** The name in the API. */
  public String id() {
    return id;
  }

  static Population of(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst().orElseThrow();
  }

  boolean contains(double change) {
    return switch (this) {
      case ALL -> true;
      case FELL -> change < 0;
      case ROSE -> change > 0;
    };
  }
}
