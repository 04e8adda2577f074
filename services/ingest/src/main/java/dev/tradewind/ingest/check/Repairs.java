package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.PlainText;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads codes that were typed by hand or kept as text by a spreadsheet, and says so, once for each
 * column. Only texts that mean nothing as they stand are looked at.
 */
final class Repairs {
  private final Set<Dimension> reported = EnumSet.noneOf(Dimension.class);
  private final RowReporter reporter;

  Repairs(RowReporter reporter) {
    this.reporter = reporter;
  }

  /** The text as it stands if that is good, else what it stands for if that is. */
  String read(CellText cell, Dimension dimension, RawRow row, Predicate<String> good) {
    String text = cell.toString();
    if (good.test(text)) {
      return text;
    }
    String plain = PlainText.of(text);
    if (plain.equals(text) || !good.test(plain)) {
      return text;
    }
    report(ProblemCode.REPAIRED_TEXT, dimension, row, text, plain);
    return plain;
  }

  /** Says what was read instead, if nothing was said of the column before. */
  void report(ProblemCode code, Dimension dimension, RawRow row, String text, String plain) {
    if (reported.add(dimension)) {
      reporter.report(code, row, dimension, text, "'" + text + "' was read as " + plain);
    }
  }
}
