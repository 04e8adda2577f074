package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns that say what kind of statement a row is: its direction of trade, its frequency
 * and scale, and what it does to earlier data. Only one statement is taken of each: exports, by
 * month, in single units, as information.
 */
final class StatementColumns {
  private final List<Rule> rules = new ArrayList<>();
  private final Repairs repairs;
  private final RowReporter reporter;

  /** Judges a text: null if it is taken, else what it is instead. */
  private interface Judge {
    @Nullable String objection(String text);
  }

  private final class Rule {
    private final Dimension dimension;
    private final ProblemCode code;
    private final Judge judge;
    private final Remembered<Boolean> taken = new Remembered<>();

    Rule(Dimension dimension, ProblemCode code, Judge judge) {
      this.dimension = dimension;
      this.code = code;
      this.judge = judge;
    }

    boolean takes(RawRow row) {
      CellText cell = row.get(dimension);
      if (taken.get(cell) != null) {
        return true;
      }
      String text =
          repairs.read(cell, dimension, row, statement -> judge.objection(statement) == null);
      String objection = judge.objection(text);
      if (objection == null) {
        taken.put(cell, true);
        return true;
      }
      reporter.report(code, row, dimension, text, "'" + text + "' " + objection);
      return false;
    }
  }

  StatementColumns(Header header, Repairs repairs, RowReporter reporter) {
    this.repairs = repairs;
    this.reporter = reporter;
    rule(header, Dimension.FLOW, ProblemCode.NOT_EXPORTS, StatementColumns::flow);
    rule(header, Dimension.FREQUENCY, ProblemCode.ANNUAL_PERIOD, StatementColumns::frequency);
    rule(header, Dimension.SCALE, ProblemCode.UNKNOWN_SCALE, StatementColumns::scale);
    rule(header, Dimension.ACTION, ProblemCode.DELETING_ROW, StatementColumns::action);
  }

  private void rule(Header header, Dimension dimension, ProblemCode code, Judge judge) {
    if (header.has(dimension)) {
      rules.add(new Rule(dimension, code, judge));
    }
  }

  /** Whether the row is one of those that are taken; the first reason against it is reported. */
  boolean take(RawRow row) {
    for (int i = 0; i < rules.size(); i++) {
      if (!rules.get(i).takes(row)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String flow(String text) {
    return switch (text) {
      case "X", "export", "exports", "E" -> null;
      case "M", "I", "import", "imports" -> "means imports";
      default -> "is not exports";
    };
  }

  private static @Nullable String frequency(String text) {
    return text.equals("M") ? null : "is not the frequency of monthly data";
  }

  private static @Nullable String scale(String text) {
    return text.equals("0") || text.isEmpty() ? null : "means values in a power of ten of the unit";
  }

  private static @Nullable String action(String text) {
    return switch (text) {
      case "I", "A", "R", "M" -> null;
      default -> "would delete data";
    };
  }
}
