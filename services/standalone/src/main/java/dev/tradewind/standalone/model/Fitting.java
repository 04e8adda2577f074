package dev.tradewind.standalone.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Makes tables fit their margins. */
final class Fitting {
  private static final int ROUNDS = 60;

  private Fitting() {}

  /**
   * Iterative proportional fitting (Deming and Stephan, 1940): scales rows and columns in turn, so
   * that the sums come out and the pattern of the seed stays as far as they allow. Column sums are
   * exact in the end.
   */
  static double[][] fit(double[][] seed, double[] rows, double[] columns) {
    double[][] table = Arrays.stream(seed).map(double[]::clone).toArray(double[][]::new);
    for (int round = 0; round < ROUNDS; round++) {
      for (int r = 0; r < rows.length; r++) {
        scale(table[r], rows[r]);
      }
      for (int c = 0; c < columns.length; c++) {
        scaleColumn(table, c, columns[c]);
      }
    }
    return table;
  }

  /** Scales the values to that sum, in place; zeros stay. */
  static double[] scale(double[] values, double sum) {
    double factor = ratio(sum, sum(values));
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return values;
  }

  /** Scales one column to that sum, in place. */
  static void scaleColumn(double[][] table, int column, double sum) {
    double factor = ratio(sum, Arrays.stream(table).mapToDouble(values -> values[column]).sum());
    for (double[] values : table) {
      values[column] *= factor;
    }
  }

  /** Whole numbers of exactly that sum, each at most one away: largest remainders round up. */
  static long[] whole(double[] values, long sum) {
    double factor = ratio((double) sum, sum(values));
    long[] result = Arrays.stream(values).mapToLong(value -> (long) (value * factor)).toArray();
    long missing = sum - Arrays.stream(result).sum();
    IntStream.range(0, values.length)
        .filter(i -> values[i] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> result[i] - values[i] * factor))
        .limit(missing)
        .forEach(i -> result[i]++);
    return result;
  }

  static double sum(double[] values) {
    return DoubleStream.of(values).sum();
  }

  private static double ratio(double wanted, double actual) {
    return actual == 0 ? 0 : wanted / actual;
  }
}
