package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;

/** Reads the amount of a row. */
final class ValueColumn {
  private final RowReporter reporter;

  ValueColumn(RowReporter reporter) {
    this.reporter = reporter;
  }

  /** The amount in minor units; negative if it is none, which is reported then. */
  long read(RawRow row) {
    CellText text = row.get(Dimension.VALUE);
    long value = Amount.parse(text);
    if (value < 0) {
      report(row, value, text.toString());
    }
    return value;
  }

  private void report(RawRow row, long why, String text) {
    if (why == Amount.NEGATIVE) {
      report(ProblemCode.NEGATIVE_VALUE, row, text, "is negative");
    } else if (why == Amount.TOO_MANY_DECIMALS) {
      report(ProblemCode.TOO_MANY_DECIMALS, row, text, "is given with more than two decimals");
    } else if (why == Amount.TOO_LARGE) {
      report(ProblemCode.VALUE_TOO_LARGE, row, text, "is larger than any row can be");
    } else {
      report(ProblemCode.NOT_A_NUMBER, row, text, "is not a number");
    }
  }

  private void report(ProblemCode code, RawRow row, String text, String phrase) {
    reporter.report(code, row, Dimension.VALUE, text, "'" + text + "' " + phrase);
  }
}
