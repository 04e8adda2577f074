package dev.tradewind.metrics.indicator;

/** What a figure is worth. A row has one status: the first that fits, in this order. */
public enum Status {
  /** Part of the current window is not known. */
  HOLE("hole"),
  /** The two windows do not cover the same. */
  NOT_COMPARABLE("not-comparable"),
  /** Nothing in the base, something now. */
  NEW_FLOW("new-flow"),
  /** Something in the base, nothing now. */
  CEASED("ceased"),
  /** The base is too small for its rate to mean much. */
  LOW_BASE("low-base"),
  /** Not yet final. */
  PROVISIONAL("provisional"),
  /** Nothing to remark. */
  OK("ok");

  private final String id;

  Status(String id) {
    this.id = id;
  }

  /** The name in the API and in messages. */
  public String id() {
    return id;
  }
}
