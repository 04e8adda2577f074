package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** Compares the names beside codes: one that belongs to another code is a conflict. */
final class NameColumn {
  private final Map<Integer, char[]> last = new HashMap<>();
  private final Set<String> conflicts = new HashSet<>();
  private final Dimension dimension;
  private final ToIntFunction<String> place;
  private final IntFunction<String> code;
  private final RowReporter reporter;

  /**
   * A column of names.
   *
   * @param place of what has that name; −1 if the name is not known, which says nothing
   * @param code at that place
   */
  NameColumn(
      Dimension dimension,
      ToIntFunction<String> place,
      IntFunction<String> code,
      RowReporter reporter) {
    this.dimension = dimension;
    this.place = place;
    this.code = code;
    this.reporter = reporter;
  }

  /** Compares the row's name with what its code stands for; each conflict is reported once. */
  void compare(int expected, Dimension codes, RawRow row) {
    CellText cell = row.get(dimension);
    char[] before = last.get(expected);
    if (cell.isEmpty() || (before != null && cell.is(before))) {
      return;
    }
    String name = cell.toString();
    last.put(expected, name.toCharArray());
    int named = place.applyAsInt(name);
    if (named >= 0 && named != expected && conflicts.add(expected + " " + name)) {
      reporter.report(
          ProblemCode.NAME_CONFLICT,
          row,
          dimension,
          name,
          "code %s is %s, but the name is %s"
              .formatted(row.get(codes), code.apply(expected), code.apply(named)));
    }
  }
}
