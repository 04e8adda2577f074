package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the currency of a row where rows state it: all rows of a file share the first one's. */
final class CurrencyColumn {
  private static final Set<String> KNOWN = Set.of("USD", "CNY");

  private final Consumer<String> found;
  private final Repairs repairs;
  private final RowReporter reporter;
  private char @Nullable [] currency;

  /**
   * A column of currencies.
   *
   * @param found hears of the file's currency, once
   */
  CurrencyColumn(Consumer<String> found, Repairs repairs, RowReporter reporter) {
    this.found = found;
    this.repairs = repairs;
    this.reporter = reporter;
  }

  /** Whether the row is in the file's currency; if not, that is reported. */
  boolean read(RawRow row) {
    CellText text = row.get(Dimension.CURRENCY);
    char[] before = currency;
    if (before != null && text.is(before)) {
      return true;
    }
    String code = repairs.read(text, Dimension.CURRENCY, row, KNOWN::contains);
    if (!KNOWN.contains(code)) {
      report(ProblemCode.UNKNOWN_CURRENCY, row, code, "'" + code + "' is neither USD nor CNY");
      return false;
    }
    if (before != null && code.equals(String.valueOf(before))) {
      return true;
    }
    if (before != null) {
      report(
          ProblemCode.MIXED_CURRENCY,
          row,
          code,
          "the row is in " + code + ", rows before it are in " + String.valueOf(before));
      return false;
    }
    currency = code.toCharArray();
    found.accept(code);
    return true;
  }

  private void report(ProblemCode problem, RawRow row, String code, String message) {
    reporter.report(problem, row, Dimension.CURRENCY, code, message);
  }
}
