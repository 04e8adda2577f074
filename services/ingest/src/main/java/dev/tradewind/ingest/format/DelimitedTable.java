package dev.tradewind.ingest.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table as text: columns by name in any order, quoted or not, perhaps with separators at the end
 * of every line and with line ends inside quotes, below a few lines of titles.
 */
final class DelimitedTable implements ExportFormat {
  /** So many lines may stand above the header. */
  private static final int HEADER_WITHIN = 20;

  /** What a spreadsheet is told its separators by. */
  private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=.?");

  private static final int TITLE_SHOWN = 100;

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
    return head.lines()
        .limit(HEADER_WITHIN)
        .map(line -> cells(List.of(line.replace("\"", "").split(String.valueOf(separator)))))
        .anyMatch(this::isHeader);
  }

  private boolean isHeader(List<String> cells) {
    return cells.size() > 1 && layout.knows(cells.stream().map(Layout::key).toList());
  }

  /** A header typed with Chinese commas above rows with plain ones. */
  private List<String> cells(List<String> line) {
    return separator == ',' && line.size() == 1 ? List.of(line.get(0).split("，")) : line;
  }

  @Override
  public void read(Source source, RowSink sink) throws IOException {
    ReadLimits limits = source.limits();
    TableRecords records = new TableRecords(separator, limits.maxColumns());
    try (CsvReader<TableRecords> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowMissingFields(true)
            .allowExtraFields(true)
            // A stray tab may stand between a quote and the comma.
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(limits.maxFieldLength())
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
          "a field that starts near this line is longer than %,d characters"
              .formatted(limits.maxFieldLength()));
    }
  }

  private static String sentence(UnreadableException damage) {
    return damage.getMessage() + ", near this line";
  }

  private void readRecords(
      Iterator<TableRecords> csv, TableRecords records, Source source, RowSink sink) {
    List<String> headers = headers(csv, records, source.limits(), sink);
    TableHeader header =
        headers == null
            ? null
            : HeaderReader.read(layout, headers, records.line(), separator == ';', sink);
    if (headers == null || header == null) {
      return;
    }
    sink.header(header.header());
    records.columns(header.dimensions());
    int shape = -1;
    while (csv.hasNext()) {
      csv.next();
      if (records.filledFields() == 0) {
        continue;
      }
      if (shape < 0 && fits(records, header)) {
        shape = records.fields();
      }
      if (shape > 0 && records.enclosedSeparators() >= shape - 1) {
        sink.problem(
            ProblemCode.ROW_SHAPE,
            records.line(),
            null,
            null,
            "the quotes of one field hold the start of another row: a quote is missing");
      } else if (records.fields() == shape && records.filledFields() <= header.width()) {
        sink.row(records.row());
      } else {
        reportShape(records, shape < 0 ? headers.size() : shape, sink);
      }
    }
    reportEnd(records, source, sink);
  }

  /** The header line, below what stands above it; null if there is none that can be used. */
  private @Nullable List<String> headers(
      Iterator<TableRecords> csv, TableRecords records, ReadLimits limits, RowSink sink) {
    boolean titled = false;
    while (csv.hasNext()) {
      List<String> cells = cells(csv.next().header());
      if (isHeader(cells)) {
        if (records.fields() > limits.maxColumns()) {
          sink.problem(
              ProblemCode.TOO_MANY_COLUMNS,
              records.line(),
              null,
              null,
              "the header has %,d columns, more than %,d"
                  .formatted(records.fields(), limits.maxColumns()));
          return null;
        }
        return cells;
      }
      String title = String.join(" ", cells).strip();
      if (!titled && !title.isEmpty() && !SEPARATOR_LINE.matcher(title).matches()) {
        titled = true;
        sink.problem(
            ProblemCode.TITLE_LINES,
            records.line(),
            null,
            title.substring(0, Math.min(title.length(), TITLE_SHOWN)),
            "lines above the header were passed over, this one first");
      }
    }
    sink.problem(
        ProblemCode.UNKNOWN_FORMAT, 1L, null, null, "the header stands inside quotes above it");
    return null;
  }

  /** The first row decides how many separators end a row; a row cut short must then show. */
  private static boolean fits(TableRecords records, TableHeader header) {
    return records.fields() >= header.width() && records.filledFields() <= header.width();
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
    boolean ended = last == '\n' || last == '\r' || last == '\0';
    boolean open =
        ended
            ? records.lastEndsLine() && source.text().lastOfLine() != '"'
            : last != '"' && last != separator && last > ' ';
    if (records.lastQuoted() && open) {
      sink.problem(
          ProblemCode.TRUNCATED_FILE,
          records.line(),
          null,
          null,
          "the file ends inside the quotes of a field");
    } else if (!ended) {
      sink.problem(
          ProblemCode.NO_FINAL_LINE_END,
          records.line(),
          null,
          null,
          "the last line has no line end, so its last value may have been cut");
    }
  }
}
