package dev.tradewind.platform.problem;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  /** Answers with that problem. */
  public ProblemException(Problem problem) {
    super(problem.detail() != null ? problem.detail() : problem.title());
    this.problem = problem;
  }

  /** What is answered. */
  public Problem problem() {
    return problem;
  }
}
