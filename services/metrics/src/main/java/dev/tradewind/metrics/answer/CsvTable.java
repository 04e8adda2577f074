package dev.tradewind.metrics.answer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as RFC 4180 text that no spreadsheet takes for formulas. */
public final class CsvTable {
  static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Set<String> CODES =
      Set.of(
          "product", "COMMODITY", "period", "TIME_PERIOD", "sector", "gacc", "prefixes", "members");
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private final List<List<String>> records = new ArrayList<>();

  /** With these column names. */
  public CsvTable(List<String> header) {
    records.add(header);
  }

  /** A row for each item. */
  public static <T> CsvTable of(List<Column<T>> columns, List<T> items) {
    CsvTable table = new CsvTable(columns.stream().map(Column::name).toList());
    for (T item : items) {
      table.row(columns.stream().map(column -> column.value().apply(item)).toArray());
    }
    return table;
  }

  /** Adds a row; null is an empty field, and the members of a list stand in one field. */
  public CsvTable row(@Nullable Object... fields) {
    List<String> row = new ArrayList<>(fields.length);
    for (Object field : fields) {
      row.add(field == null ? "" : safe(text(field)));
    }
    records.add(row);
    return this;
  }

  /** The header and the rows. */
  List<List<String>> rows() {
    return List.copyOf(records);
  }

  /** Whether a column holds numbers: codes such as 02 are text, whatever they look like. */
  boolean numeric(int column) {
    return !CODES.contains(records.get(0).get(column));
  }

  /** The whole table. */
  public String text() {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      records.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String text(Object field) {
    return field instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
        : field.toString();
  }

  private static String safe(String field) {
    boolean formula =
        !field.isEmpty()
            && FORMULA_STARTS.indexOf(field.charAt(0)) >= 0
            && !NUMBER.matcher(field).matches();
    return formula ? "'" + field : field;
  }
}
