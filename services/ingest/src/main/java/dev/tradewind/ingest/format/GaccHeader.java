package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header line of a customs file: which column means what.
 *
 * @param header what it says
 * @param dimensions the dimension of each column; null where it is not needed
 * @param width how many columns have a header
 */
record GaccHeader(Header header, List<@Nullable Dimension> dimensions, int width) {

  /** Understands the header line, or reports why not and returns null. */
  static @Nullable GaccHeader read(List<String> headers, long line, RowSink sink) {
    Map<Dimension, String> columns = new EnumMap<>(Dimension.class);
    List<@Nullable Dimension> dimensions =
        new ArrayList<>(Collections.nCopies(headers.size(), null));
    boolean usable = true;
    int width = 0;
    String currency = null;
    for (int i = 0; i < headers.size(); i++) {
      String header = headers.get(i);
      if (header.isEmpty()) {
        continue;
      }
      width = i + 1;
      Dimension dimension = GaccColumns.dimension(header);
      if (GaccColumns.tellsImports(header)) {
        sink.problem(
            ProblemCode.IMPORT_FILE,
            line,
            header,
            null,
            "the column '" + header + "' is one of import statistics");
        usable = false;
      } else if (dimension == null) {
        if (!GaccColumns.ignored(header)) {
          sink.problem(ProblemCode.UNKNOWN_COLUMN, line, header, null, "the column is not known");
        }
      } else if (!columns.containsKey(dimension)) {
        columns.put(dimension, header);
        dimensions.set(i, dimension);
        currency = dimension == Dimension.VALUE ? GaccColumns.currency(header) : currency;
      } else if (dimension != Dimension.TRADE_MODE) {
        usable = false;
        reportSecond(columns.getOrDefault(dimension, ""), header, dimension, line, sink);
      }
    }
    usable &= reportMissing(columns, headers, line, sink);
    if (!usable || currency == null) {
      return null;
    }
    return new GaccHeader(
        new Header(columns, currency), Collections.unmodifiableList(dimensions), width);
  }

  private static void reportSecond(
      String first, String second, Dimension dimension, long line, RowSink sink) {
    boolean currencies = dimension == Dimension.VALUE && !first.equals(second);
    sink.problem(
        currencies ? ProblemCode.MIXED_CURRENCY : ProblemCode.DUPLICATE_COLUMN,
        line,
        second,
        null,
        "the columns '" + first + "' and '" + second + "' mean the same");
  }

  private static boolean reportMissing(
      Map<Dimension, String> columns, List<String> headers, long line, RowSink sink) {
    List<String> missing = new ArrayList<>();
    if (!columns.containsKey(Dimension.PRODUCT)) {
      missing.add("product code (商品编码, Commodity code)");
    }
    if (!columns.containsKey(Dimension.PARTNER) && !columns.containsKey(Dimension.PARTNER_NAME)) {
      missing.add("partner (贸易伙伴编码, Trading partner code)");
    }
    if (!columns.containsKey(Dimension.REGION) && !columns.containsKey(Dimension.REGION_NAME)) {
      missing.add("region (注册地编码, Locations of importers and exporters code)");
    }
    if (!columns.containsKey(Dimension.VALUE)) {
      missing.add("value (美元, 人民币, US dollar, Renminbi Yuan)");
    }
    for (String column : missing) {
      sink.problem(
          ProblemCode.MISSING_COLUMN,
          line,
          column,
          String.join(", ", headers),
          "the file has no column for the " + column);
    }
    return missing.isEmpty();
  }
}
