package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.PlainText;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;

/**
 * Reads the status of an observation, in the letters of SDMX's code list CL_OBS_STATUS. Missing is
 * not zero: the cell of a missing observation is unknown, and so are cells of its month that are
 * not listed.
 */
final class StatusColumn {
  /** What a status means for the row. */
  enum Status {
    /** The row counts. */
    FINAL,
    /** The row counts; its figure is expected to change. */
    PROVISIONAL,
    /** The row says that nothing is known. */
    MISSING,
    /** The row cannot be used, which is reported. */
    BAD
  }

  private final Remembered<Status> known = new Remembered<>();
  private final boolean present;
  private final RowReporter reporter;
  private boolean missingReported;

  StatusColumn(Header header, RowReporter reporter) {
    this.present = header.has(Dimension.STATUS);
    this.reporter = reporter;
  }

  Status read(RawRow row) {
    if (!present) {
      return Status.FINAL;
    }
    CellText cell = row.get(Dimension.STATUS);
    Status status = known.get(cell);
    if (status == null) {
      status = status(PlainText.of(cell.toString()));
      if (status != Status.BAD) {
        known.put(cell, status);
      }
    }
    if (status == Status.BAD) {
      report(ProblemCode.BAD_STATUS, row, "is no status of an observation");
    } else if (status == Status.MISSING && !missingReported) {
      missingReported = true;
      report(ProblemCode.MISSING_OBSERVATION, row, "marks a value that is not known");
    }
    return status;
  }

  private void report(ProblemCode code, RawRow row, String what) {
    String text = row.get(Dimension.STATUS).toString();
    reporter.report(code, row, Dimension.STATUS, text, "'" + text + "' " + what);
  }

  private static Status status(String text) {
    return switch (text) {
      case "", "A", "B", "D", "J", "S", "W", "N" -> Status.FINAL;
      // Provisional, estimated, experimental, imputed, of low reliability, not validated.
      case "P", "E", "G", "I", "U", "V" -> Status.PROVISIONAL;
      // Missing for any reason: holiday, in another category, not collected, suppressed.
      case "H", "K", "L", "M", "O", "Q" -> Status.MISSING;
      // Among them F, a forecast, which is no observation.
      default -> Status.BAD;
    };
  }
}
