package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Takes what a format reads from one file. */
public interface RowSink {
  /** The header; comes once, before the rows, and not at all if it cannot be understood. */
  void header(Header header);

  /** The next row. */
  void row(RawRow row);

  /**
   * Something wrong with the file or with a row, which is not handed over then. A row that is not
   * handed over is counted as quarantined.
   */
  void problem(
      ProblemCode code,
      @Nullable Long line,
      @Nullable String column,
      @Nullable String value,
      String message);
}
