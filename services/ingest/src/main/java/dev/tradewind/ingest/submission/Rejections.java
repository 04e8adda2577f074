package dev.tradewind.ingest.submission;

import dev.tradewind.platform.problem.Problem;

/** A rejection as the answer to whoever waited for it. */
public final class Rejections {
  private Rejections() {}

  /** Says why, with the first of the problems. */
  public static Problem problem(SubmissionView view) {
    return Problem.of(422, "rejected", "The files were checked and rejected.")
        .withDetail(view.reason() == null ? "see the problems" : view.reason())
        .withAdvice(
            "All problems, with advice, are at /api/v1/submissions/" + view.id() + "/problems.")
        .withErrors(
            view.problems().stream()
                .filter(problem -> problem.severity().equals("error"))
                .map(problem -> new Problem.Violation(place(problem), text(problem)))
                .toList());
  }

  private static String place(ProblemView problem) {
    return problem.file() + (problem.line() == null ? "" : ":" + problem.line());
  }

  private static String text(ProblemView problem) {
    return problem.code() + ": " + problem.message() + ". " + problem.advice();
  }
}
