package dev.tradewind.ingest.submission;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problems as a table for spreadsheets. */
final class ProblemCsv {
  private ProblemCsv() {}

  static String of(List<ProblemView> problems) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("file", "line", "column", "value", "code", "severity", "message", "advice");
      for (ProblemView problem : problems) {
        csv.writeRecord(
            harmless(problem.file()),
            problem.line() == null ? "" : String.valueOf(problem.line()),
            harmless(problem.column()),
            harmless(problem.value()),
            problem.code(),
            problem.severity(),
            harmless(problem.message()),
            problem.advice());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What comes from a file must not become a formula in the reader's spreadsheet. */
  private static String harmless(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
