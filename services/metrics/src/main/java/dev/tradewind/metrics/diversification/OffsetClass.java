package dev.tradewind.metrics.diversification;

/** What became of a fall to one partner. */
public enum OffsetClass {
  /** Exports elsewhere fell too. */
  AMPLIFIED("amplified"),
  /** Exports elsewhere rose, or stayed, by less than the fall. */
  PARTIAL("partial"),
  /** Exports elsewhere rose by at least the fall. */
  FULL("full"),
  /** Exports to the partner did not fall. */
  NOT_APPLICABLE("not-applicable");

  private final String id;

  OffsetClass(String id) {
    this.id = id;
  }

  /** The name in the API. */
  public String id() {
    return id;
  }
}
