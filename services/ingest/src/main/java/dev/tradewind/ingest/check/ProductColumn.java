package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import dev.tradewind.ingest.sort.CellKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the HS code of a row. */
final class ProductColumn {
  private static final String TOTAL = "TOTAL";

  /** All codes of all levels and editions are fewer; each one is held in memory. */
  private static final int MOST = 50_000;

  private final Remembered<Integer> known = new Remembered<>();
  private final Map<String, Long> lines = new HashMap<>();
  private final Repairs repairs;
  private final RowReporter reporter;
  private boolean tooMany;

  ProductColumn(Repairs repairs, RowReporter reporter) {
    this.repairs = repairs;
    this.reporter = reporter;
  }

  /**
   * The code as a number; −1 if it is none, which is reported then.
   *
   * @param reference whether the row is of a reference series, which may be of all products
   */
  int read(RawRow row, boolean reference) {
    CellText text = row.get(Dimension.PRODUCT);
    Integer product = known.get(text);
    if (product == null) {
      return readNew(text, row, reference);
    }
    if (product == CellKey.TOTAL && !reference) {
      reportTotal(row);
      return -1;
    }
    return product;
  }

  private int readNew(CellText cell, RawRow row, boolean reference) {
    String text =
        repairs.read(cell, Dimension.PRODUCT, row, code -> code.equals(TOTAL) || isHsCode(code));
    if (text.equals(TOTAL)) {
      if (!reference) {
        reportTotal(row);
        return -1;
      }
      return remember(cell, text, CellKey.TOTAL, row);
    }
    if (!isHsCode(text)) {
      reporter.report(
          ProblemCode.BAD_HS_CODE,
          row,
          Dimension.PRODUCT,
          text,
          "'" + text + "' is not an HS code of 2, 4, 6 or 8 digits");
      return -1;
    }
    return remember(cell, text, CellKey.product(text), row);
  }

  private int remember(CellText cell, String code, int product, RawRow row) {
    if (known.size() >= MOST) {
      reportTooMany(row, code);
      return -1;
    }
    known.put(cell, product);
    lines.putIfAbsent(code, row.line());
    return product;
  }

  private void reportTooMany(RawRow row, String text) {
    if (!tooMany) {
      tooMany = true;
      reporter.report(
          ProblemCode.TOO_MANY_PRODUCTS,
          row,
          Dimension.PRODUCT,
          text,
          "the file has more than %,d different codes".formatted(MOST));
    }
  }

  private void reportTotal(RawRow row) {
    reporter.report(
        ProblemCode.TOTAL_ROW,
        row,
        Dimension.PRODUCT,
        TOTAL,
        "the row is of all products together");
  }

  private static boolean isHsCode(String text) {
    int length = text.length();
    return (length == 2 || length == 4 || length == 6 || length == 8)
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && !text.startsWith("00");
  }

  /** The codes read so far. */
  Set<String> codes() {
    return lines.keySet();
  }

  /** The line on which a code came first. */
  long firstLine(String code) {
    return lines.getOrDefault(code, 0L);
  }
}
