package dev.tradewind.ingest.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

/**
 * The CSV download of the customs query site: columns by name in any order, all quoted, thousands
 * separators in values, a trailing comma, line ends inside names. There is no column for the
 * direction of trade, and the currency stands only in the header of the value.
 */
final class GaccCsv implements ExportFormat {
  private static final int LONGEST_FIELD = 1 << 20;

  @Override
  public String id() {
    return "gacc-csv";
  }

  @Override
  public boolean detects(Head head) {
    if (head.startsWith('P', 'K')) {
      return false;
    }
    int known = 0;
    for (String cell : head.firstLine().replace("\"", "").split(",")) {
      if (GaccColumns.dimension(cell) != null || GaccColumns.tellsImports(cell)) {
        known++;
      }
    }
    return known >= 2;
  }

  @Override
  public void read(Source source, RowSink sink) throws IOException {
    GaccRecords records = new GaccRecords();
    try (CsvReader<GaccRecords> csv =
        CsvReader.builder()
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

  private static void readRecords(
      Iterator<GaccRecords> csv, GaccRecords records, Source source, RowSink sink) {
    if (!csv.hasNext()) {
      return;
    }
    List<String> headers = csv.next().header();
    GaccHeader header = GaccHeader.read(headers, records.line(), sink);
    if (header == null) {
      return;
    }
    sink.header(header.header());
    boolean headerEndsInComma = headers.size() > header.width();
    records.columns(header.dimensions());
    int shape = -1;
    while (csv.hasNext()) {
      csv.next();
      if (shape < 0 && fits(records, header, headerEndsInComma)) {
        shape = records.fields();
      }
      if (records.fields() == shape && records.filledFields() <= header.width()) {
        sink.row(records);
      } else {
        reportShape(records, shape < 0 ? headers.size() : shape, sink);
      }
    }
    reportEnd(records, source, sink);
  }

  /** The first row decides whether rows end in a comma; a row cut short must then show. */
  private static boolean fits(GaccRecords records, GaccHeader header, boolean headerEndsInComma) {
    int fields = records.fields();
    return fields == header.width()
        || fields == header.width() + 1
        || (headerEndsInComma && fields == header.dimensions().size());
  }

  private static void reportShape(GaccRecords records, int expected, RowSink sink) {
    sink.problem(
        ProblemCode.ROW_SHAPE,
        records.line(),
        null,
        null,
        "the row has %d fields where %d are expected".formatted(records.fields(), expected));
  }

  /** A quote that was never closed, or a last line without an end, shows a file cut short. */
  private static void reportEnd(GaccRecords records, Source source, RowSink sink) {
    char last = source.text().last();
    if (last == '\n' || last == '\r' || last == '\0') {
      return;
    }
    if (records.lastQuoted() && last != '"' && last != ',' && last > ' ') {
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
