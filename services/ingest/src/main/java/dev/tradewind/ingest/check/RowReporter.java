package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;

/** Takes what is wrong with a cell of a row. */
interface RowReporter {
  void report(ProblemCode code, RawRow row, Dimension dimension, String value, String message);
}
