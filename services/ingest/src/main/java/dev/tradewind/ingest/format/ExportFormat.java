package dev.tradewind.ingest.format;

import java.io.IOException;

/**
 * A kind of file that exports can be read from. A new one is one class, listed in {@link Formats}.
 */
public interface ExportFormat {
  /** Its name in the API, such as {@code gacc-csv}. */
  String id();

  /** Whether a file that starts like this is of this kind. Names of files say nothing. */
  boolean detects(Head head);

  /**
   * Reads the whole file once, in constant memory. What is wrong with the file goes to the sink.
   *
   * @throws IOException if the storage fails, which is no fault of the file
   */
  void read(Source source, RowSink sink) throws IOException;
}
