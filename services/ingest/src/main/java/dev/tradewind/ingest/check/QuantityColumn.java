package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import dev.tradewind.ingest.sort.Measure;
import java.util.function.ToIntFunction;

/**
 * Reads the first quantity of a row and its unit. A quantity stands beside the value: one that
 * cannot be read leaves the row good, and is reported once.
 */
final class QuantityColumn {
  private final Remembered<Integer> units = new Remembered<>();
  private final boolean present;
  private final ToIntFunction<String> unitNumbers;
  private final NumberHabit numbers;
  private final RowReporter reporter;
  private boolean reported;

  /**
   * A column of quantities.
   *
   * @param unitNumbers gives each unit its number
   */
  QuantityColumn(
      Header header, ToIntFunction<String> unitNumbers, NumberHabit numbers, RowReporter reporter) {
    this.present = header.has(Dimension.QUANTITY) && header.has(Dimension.UNIT);
    this.unitNumbers = unitNumbers;
    this.numbers = numbers;
    this.reporter = reporter;
  }

  /** The quantity, see {@link Measure}. */
  long read(RawRow row) {
    if (!present) {
      return Measure.NONE;
    }
    CellText quantity = row.get(Dimension.QUANTITY);
    int unit = unit(row.get(Dimension.UNIT));
    if (unit == 0 || quantity.isEmpty()) {
      return Measure.NONE;
    }
    long hundredths = numbers.read(row, Dimension.QUANTITY);
    if (hundredths < 0 || hundredths % 100 != 0) {
      report(row, quantity.toString());
      return Measure.NONE;
    }
    return Measure.of(hundredths / 100, unit);
  }

  private int unit(CellText text) {
    Integer known = units.get(text);
    if (known != null) {
      return known;
    }
    String name = text.toString();
    // What customs writes where there is no unit.
    int number =
        name.isEmpty() || name.equals("?") || name.length() > 40 ? 0 : unitNumbers.applyAsInt(name);
    if (number > 0 || name.length() < 2) {
      units.put(text, number);
    }
    return number;
  }

  private void report(RawRow row, String text) {
    if (!reported) {
      reported = true;
      reporter.report(
          ProblemCode.BAD_QUANTITY,
          row,
          Dimension.QUANTITY,
          text,
          "'" + text + "' is no whole number, so the cell has no quantity");
    }
  }
}
