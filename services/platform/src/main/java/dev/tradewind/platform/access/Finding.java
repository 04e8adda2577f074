package dev.tradewind.platform.access;

import dev.tradewind.platform.problem.Problem;

/** What a request's credentials turned out to be. */
public sealed interface Finding {
  /** There are none. */
  record Absent() implements Finding {}

  /**
   * They are good.
   *
   * @param caller whose they are
   */
  record Recognized(Caller caller) implements Finding {}

  /**
   * There are some, and they are not good, or cannot be judged now.
   *
   * @param problem what to answer
   */
  record Refused(Problem problem) implements Finding {}
}
