package dev.tradewind.ingest.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or remarkable, in a submission.
 *
 * @param file the file's name
 * @param line physical line on which the record starts, from 1; null where no one line is meant
 * @param column the column's header as the file has it; null where no one column is meant
 * @param value what stands there, shortened
 * @param code what it is
 * @param severity how bad it is, as configured
 * @param message what is wrong
 */
public record Problem(
    String file,
    @Nullable Long line,
    @Nullable String column,
    @Nullable String value,
    ProblemCode code,
    Severity severity,
    String message) {

  private static final int MAX_VALUE = 200;

  /** Shortens what was read: a value may be as large as the file. */
  public Problem {
    value = shortened(value);
  }

  /** A problem of the severity that its code has by itself. */
  public Problem(
      String file,
      @Nullable Long line,
      @Nullable String column,
      @Nullable String value,
      ProblemCode code,
      String message) {
    this(file, line, column, value, code, code.severity(), message);
  }

  Problem withSeverity(Severity configured) {
    return configured == severity
        ? this
        : new Problem(file, line, column, value, code, configured, message);
  }

  private static @Nullable String shortened(@Nullable String text) {
    if (text == null) {
      return null;
    }
    // PostgreSQL cannot store the NUL character.
    String storable = text.replace('\0', '\uFFFD');
    return storable.length() <= MAX_VALUE ? storable : storable.substring(0, MAX_VALUE) + "…";
  }
}
