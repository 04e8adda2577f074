package dev.tradewind.ingest.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A table as text: columns by name in any order, quoted or not, perhaps with a separator at the end
 * of every line and with line ends inside quotes.
 */
final class DelimitedTable implements ExportFormat {
  private static final int LONGEST_FIELD = 1 << 20;

  private final String id;
  private final char separator;
  private final Layout layout;

  DelimitedTable(String id, char separator, Layout layout) {
    this.id = id;
    this.separator = separator;
    this.layout = layout;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean detects(Head head) {
    String line = head.firstLine();
    return line.indexOf(separator) >= 0
        && layout.knows(
            Arrays.stream(line.replace("\"", "").split(String.valueOf(separator)))
                .map(Layout::key)
                .toList());
  }

  @Override
  public void read(Source source, RowSink sink) throws IOException {
    TableRecords records = new TableRecords();
    try (CsvReader<TableRecords> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowMissingFields(true)
            .allowExtraFields(true)
            // A stray tab may stand between a quote and the comma.
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(LONGEST_FIELD)
            .build(records, source.text())) {
      readRecords(csv.iterator(), records, source, sink);
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      if (!(cause instanceof UnreadableException damage)) {
        throw cause;
      }
      sink.problem(damage.code(), records.line(), null, null, sentence(damage));
    } catch (CsvParseException e) {
      sink.problem(
          ProblemCode.MALFORMED_CSV,
          records.line(),
          null,
          null,
          "a field that starts near this line is larger than a million characters");
    }
  }

  private static String sentence(UnreadableException damage) {
    return damage.getMessage() + ", near this line";
  }

  private void readRecords(
      Iterator<TableRecords> csv, TableRecords records, Source source, RowSink sink) {
    if (!csv.hasNext()) {
      return;
    }
    List<String> headers = csv.next().header();
    TableHeader header = HeaderReader.read(layout, headers, records.line(), sink);
    if (header == null) {
      return;
    }
    sink.header(header.header());
    boolean headerEndsInSeparator = headers.size() > header.width();
    records.columns(header.dimensions());
    int shape = -1;
    while (csv.hasNext()) {
      csv.next();
      if (shape < 0 && fits(records, header, headerEndsInSeparator)) {
        shape = records.fields();
      }
      if (records.fields() == shape && records.filledFields() <= header.width()) {
        sink.row(records.row());
      } else {
        reportShape(records, shape < 0 ? headers.size() : shape, sink);
      }
    }
    reportEnd(records, source, sink);
  }

  /** The first row decides whether rows end in a separator; a row cut short must then show. */
  private static boolean fits(
      TableRecords records, TableHeader header, boolean headerEndsInSeparator) {
    int fields = records.fields();
    return fields == header.width()
        || fields == header.width() + 1
        || (headerEndsInSeparator && fields == header.dimensions().size());
  }

  private static void reportShape(TableRecords records, int expected, RowSink sink) {
    sink.problem(
        ProblemCode.ROW_SHAPE,
        records.line(),
        null,
        null,
        "the row has %d fields where %d are expected".formatted(records.fields(), expected));
  }

  /** A quote that was never closed, or a last line without an end, shows a file cut short. */
  private void reportEnd(TableRecords records, Source source, RowSink sink) {
    char last = source.text().last();
    if (last == '\n' || last == '\r' || last == '\0') {
      return;
    }
    if (records.lastQuoted() && last != '"' && last != separator && last > ' ') {
      sink.problem(
          ProblemCode.TRUNCATED_FILE,
          records.line(),
          null,
          null,
          "the file ends inside the quotes of a field");
    } else {
      sink.problem(
          ProblemCode.NO_FINAL_LINE_END,
          records.line(),
          null,
          null,
          "the last line has no line end, so its last value may have been cut");
    }
  }
}
