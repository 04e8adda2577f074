package dev.tradewind.ingest.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem as clients see it.
 *
 * @param file the file's name
 * @param line physical line on which the record starts, from 1; null for the file as a whole
 * @param column the column's header as the file has it
 * @param value what stands there, shortened
 * @param code stable
 * @param severity {@code error} or {@code warning}
 * @param message what is wrong
 * @param advice what to do
 */
@Schema(name = "SubmissionProblem", description = "One thing that is wrong with a file.")
record ProblemView(
    String file,
    @Nullable Long line,
    @Nullable String column,
    @Nullable String value,
    String code,
    String severity,
    String message,
    String advice) {

  static ProblemView of(ProblemEntity problem) {
    return new ProblemView(
        problem.file,
        problem.line,
        problem.column,
        problem.value,
        problem.code,
        problem.severity,
        problem.message,
        problem.advice);
  }
}
