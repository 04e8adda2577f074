package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads the month of a row, or takes the declared one where the file has no such column. */
final class PeriodColumn {
  private final Remembered<Integer> known = new Remembered<>();
  private final boolean present;
  private final int declared;
  private final Repairs repairs;
  private final RowReporter reporter;

  PeriodColumn(Header header, @Nullable YearMonth declared, Repairs repairs, RowReporter reporter) {
    this.present = header.has(Dimension.PERIOD);
    this.declared = declared == null ? -1 : Months.number(declared);
    this.repairs = repairs;
    this.reporter = reporter;
  }

  /** The month's number; −1 if it cannot be told, which is reported then. */
  int read(RawRow row) {
    if (!present) {
      return declared;
    }
    CellText cell = row.get(Dimension.PERIOD);
    Integer month = known.get(cell);
    return month != null ? month : readNew(cell, row);
  }

  private int readNew(CellText cell, RawRow row) {
    String text =
        repairs.read(cell, Dimension.PERIOD, row, month -> Months.parse(month) != Months.BAD);
    int month = Months.parse(text);
    if (month == Months.ANNUAL) {
      report(ProblemCode.ANNUAL_PERIOD, row, text, "'" + text + "' is a year, not a month");
      return -1;
    }
    if (month < 0) {
      report(ProblemCode.BAD_PERIOD, row, text, "'" + text + "' is not a month");
      return -1;
    }
    if (declared >= 0 && month != declared) {
      report(
          ProblemCode.PERIOD_MISMATCH,
          row,
          text,
          "the row is of " + Months.month(month) + ", declared is " + Months.month(declared));
      return -1;
    }
    known.put(cell, month);
    return month;
  }

  private void report(ProblemCode code, RawRow row, String text, String message) {
    reporter.report(code, row, Dimension.PERIOD, text, message);
  }
}
