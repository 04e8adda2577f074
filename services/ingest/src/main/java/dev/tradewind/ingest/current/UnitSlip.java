package dev.tradewind.ingest.current;

import dev.tradewind.ingest.problem.Problem;
import dev.tradewind.ingest.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds values that are about a thousand times off their series' own past. If the half of all
 * series are, and by much the same, the file is in another unit; if a few are, they are remarked.
 */
final class UnitSlip {
  /** Decades; 2.5 is 316 times: between noise and a thousand. */
  private static final double SLIP = 2.5;

  /** Decades; 2.7 is 500 times. */
  private static final double JUMP = 2.7;

  private static final int SERIES_THAT_TELL = 5;
  private static final int NAMED = 50;

  /** In minor units: ten thousand dollars. What stays below may jump as it likes. */
  private static final double LARGE = 6;

  private static final int BINS_A_DECADE = 10;
  private static final int DECADES = 15;

  private final int[] bins = new int[2 * DECADES * BINS_A_DECADE + 1];
  private final List<Problem> jumps = new ArrayList<>();
  private int compared;
  private int jumped;

  /** Names the cell, only if it must be. */
  interface Named {
    Problem problem(String message);
  }

  /**
   * Compares one value with its past.
   *
   * @param value in minor units, not 0
   * @param level the common logarithm of its usual value
   */
  void compare(long value, double level, Named cell) {
    double size = Math.log10((double) value);
    double off = size - level;
    int bin = (int) Math.round(off * BINS_A_DECADE) + DECADES * BINS_A_DECADE;
    bins[Math.max(0, Math.min(bins.length - 1, bin))]++;
    compared++;
    if (Math.abs(off) >= JUMP && Math.max(size, level) >= LARGE) {
      jumped++;
      if (jumps.size() < NAMED) {
        jumps.add(cell.problem(times(off) + " its usual value in the months before"));
      }
    }
  }

  private static String times(double off) {
    long factor = Math.round(Math.pow(10, Math.abs(off)));
    return off > 0 ? "about " + factor + " times" : "about one part in " + factor + " of";
  }

  void report(String file, Consumer<Problem> problems) {
    double median = median();
    if (compared >= SERIES_THAT_TELL && Math.abs(median) >= SLIP) {
      problems.accept(
          new Problem(
              file,
              null,
              null,
              null,
              ProblemCode.UNIT_SLIP,
              "the values are %s what they were before, by the median of %d values with a past: another unit"
                  .formatted(times(median), compared)));
      return;
    }
    jumps.forEach(problems);
    if (jumped > jumps.size()) {
      problems.accept(
          new Problem(
              file,
              null,
              null,
              null,
              ProblemCode.VALUE_JUMP,
              (jumped - jumps.size()) + " more values are as far off"));
    }
  }

  private double median() {
    int seen = 0;
    for (int bin = 0; bin < bins.length; bin++) {
      seen += bins[bin];
      if (2 * seen >= compared && seen > 0) {
        return (double) (bin - DECADES * BINS_A_DECADE) / BINS_A_DECADE;
      }
    }
    return 0;
  }
}
