package dev.tradewind.gateway.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV (RFC 4180). */
public final class CsvTable {
  /** With these a spreadsheet begins a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private CsvTable() {}

  /** The header and the rows; null is an empty field. */
  public static String of(List<String> header, List<@Nullable Object[]> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      writer.writeRecord(header);
      rows.forEach(row -> writer.writeRecord(Arrays.stream(row).map(CsvTable::field).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String field(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
