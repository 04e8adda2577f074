package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;

/** Reads the amount of a row. */
final class ValueColumn {
  private final NumberHabit numbers;
  private final RowReporter reporter;

  ValueColumn(NumberHabit numbers, RowReporter reporter) {
    this.numbers = numbers;
    this.reporter = reporter;
  }

  /** The amount in minor units; negative if it is none, which is reported then. */
  long read(RawRow row) {
    long value = numbers.read(row, Dimension.VALUE);
    if (value < 0) {
      report(row, value, row.get(Dimension.VALUE).toString());
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
    } else if (why == NumberHabit.AMBIGUOUS) {
      report(
          ProblemCode.AMBIGUOUS_NUMBER,
          row,
          text,
          "may have decimals, or thousands and no decimals");
    } else if (why != NumberHabit.CONTRADICTION) {
      report(ProblemCode.NOT_A_NUMBER, row, text, "is not a number");
    }
  }

  private void report(ProblemCode code, RawRow row, String text, String phrase) {
    reporter.report(code, row, Dimension.VALUE, text, "'" + text + "' " + phrase);
  }
}
