package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands the header line of a table in a layout, and reports everything that is odd in it. */
final class HeaderReader {
  private final Layout layout;
  private final List<String> headers;
  private final long line;
  private final boolean semicolons;
  private final RowSink sink;
  private final Map<Dimension, String> columns = new EnumMap<>(Dimension.class);
  private final List<@Nullable Dimension> dimensions;
  private boolean usable = true;

  private HeaderReader(
      Layout layout, List<String> headers, long line, boolean semicolons, RowSink sink) {
    this.layout = layout;
    this.headers = headers;
    this.line = line;
    this.semicolons = semicolons;
    this.sink = sink;
    this.dimensions = new ArrayList<>(Collections.nCopies(headers.size(), null));
  }

  /**
   * Understands the header line, or reports why not and returns null.
   *
   * @param semicolons whether semicolons part the fields
   */
  static @Nullable TableHeader read(
      Layout layout, List<String> headers, long line, boolean semicolons, RowSink sink) {
    return new HeaderReader(layout, headers, line, semicolons, sink).read();
  }

  private @Nullable TableHeader read() {
    int width = 0;
    for (int i = 0; i < headers.size(); i++) {
      if (!headers.get(i).isBlank()) {
        width = i + 1;
        column(i, headers.get(i));
      }
    }
    reportMissing();
    if (!usable) {
      return null;
    }
    String value = columns.get(Dimension.VALUE);
    String currency = value == null ? null : layout.currency(Layout.key(value));
    return new TableHeader(
        new Header(columns, currency, layout.usualCurrency(), layout.rowLimits(), semicolons),
        Collections.unmodifiableList(dimensions),
        width);
  }

  private void column(int place, String header) {
    String key = Layout.key(header);
    Dimension dimension = layout.dimension(key);
    if (layout.tellsImports(key)) {
      sink.problem(
          ProblemCode.IMPORT_FILE,
          line,
          header,
          null,
          "the column '" + header + "' is one of import statistics");
      usable = false;
    } else if (dimension == null) {
      if (!layout.ignored(key)) {
        sink.problem(ProblemCode.UNKNOWN_COLUMN, line, header, null, "the column is not known");
      }
    } else if (!columns.containsKey(dimension)) {
      columns.put(dimension, header);
      dimensions.set(place, dimension);
    } else if (dimension != Dimension.TRADE_MODE) {
      usable = false;
      reportSecond(columns.getOrDefault(dimension, ""), header, dimension);
    }
  }

  private void reportSecond(String first, String second, Dimension dimension) {
    boolean currencies =
        dimension == Dimension.VALUE && !Layout.key(first).equals(Layout.key(second));
    sink.problem(
        currencies ? ProblemCode.MIXED_CURRENCY : ProblemCode.DUPLICATE_COLUMN,
        line,
        second,
        null,
        "the columns '" + first + "' and '" + second + "' mean the same");
  }

  private void reportMissing() {
    layout
        .needed()
        .forEach(
            (name, anyOf) -> {
              if (anyOf.stream().noneMatch(columns::containsKey)) {
                usable = false;
                sink.problem(
                    ProblemCode.MISSING_COLUMN,
                    line,
                    name,
                    String.join(", ", headers),
                    "the file has no column for the " + name);
              }
            });
  }
}
