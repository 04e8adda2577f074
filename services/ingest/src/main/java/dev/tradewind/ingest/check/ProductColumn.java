package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import dev.tradewind.ingest.sort.CellKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the HS code of a row. */
final class ProductColumn {
  private final Map<String, Integer> known = new HashMap<>();
  private final Map<String, Long> lines = new HashMap<>();
  private final RowReporter reporter;

  ProductColumn(RowReporter reporter) {
    this.reporter = reporter;
  }

  /** The code as a number; −1 if it is none, which is reported then. */
  int read(RawRow row) {
    String text = row.get(Dimension.PRODUCT);
    Integer product = known.get(text);
    return product != null ? product : readNew(text, row);
  }

  private int readNew(String text, RawRow row) {
    if (!isHsCode(text)) {
      reporter.report(
          ProblemCode.BAD_HS_CODE,
          row,
          Dimension.PRODUCT,
          text,
          "'" + text + "' is not an HS code of 2, 4, 6 or 8 digits");
      return -1;
    }
    int product = CellKey.product(text);
    known.put(text, product);
    lines.put(text, row.line());
    return product;
  }

  private static boolean isHsCode(String text) {
    int length = text.length();
    return (length == 2 || length == 4 || length == 6 || length == 8)
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && !text.startsWith("00");
  }

  /** The codes read so far. */
  Set<String> codes() {
    return known.keySet();
  }

  /** The line on which a code came first. */
  long firstLine(String code) {
    return lines.getOrDefault(code, 0L);
  }
}
