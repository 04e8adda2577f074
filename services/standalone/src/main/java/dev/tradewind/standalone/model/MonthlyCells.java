package dev.tradewind.standalone.model;

import java.util.Arrays;
import java.util.List;

/** Spreads a province's cells over the months, so that every month's total is met to the dollar. */
final class MonthlyCells {
  /** What customs would hardly list; left out. */
  private static final double LEAST = 3_000;

  private final List<Cell> cells;
  private final double[] totals;
  private final boolean toUs;
  private final long[] keys;

  private MonthlyCells(List<Cell> cells, double[] totals, boolean toUs, String region) {
    this.cells = cells;
    this.totals = totals;
    this.toUs = toUs;
    this.keys =
        cells.stream()
            .mapToLong(cell -> (region + cell.product().code() + cell.market().code()).hashCode())
            .toArray();
  }

  /** Whole US$, {@code [month][cell]}. */
  static long[][] of(List<Cell> cells, double[] totals, boolean toUs, String region) {
    MonthlyCells months = new MonthlyCells(cells, totals, toUs, region);
    double[][] seed = months.seeds();
    months.window(seed, Months.BASE, cells.stream().mapToDouble(Cell::base).toArray());
    months.window(seed, Months.CURRENT, cells.stream().mapToDouble(Cell::current).toArray());
    return months.whole(seed);
  }

  private double[][] seeds() {
    double[][] seed = new double[cells.size()][Months.COUNT];
    for (int c = 0; c < seed.length; c++) {
      Cell cell = cells.get(c);
      double millions = cell.base() / Months.WINDOW / 1e6;
      double roughness = Math.min(0.45, 0.05 + 0.08 / Math.sqrt(millions));
      for (int m = 0; m < Months.COUNT; m++) {
        seed[c][m] =
            level(cell, m)
                * Season.ofSector(cell.product().sector(), Months.of(m))
                * Noise.factor(roughness, keys[c], m);
      }
    }
    return seed;
  }

  /** Between the bases of both windows, and with the product's trend before them. */
  private double level(Cell cell, int month) {
    int year = Months.year(month);
    if (cell.product().codeIn(year) == null) {
      return 0;
    }
    if (month < Months.BASE) {
      double years = (month - Months.BASE) / 12.0;
      return cell.base() * StrictMath.exp(cell.product().trend() * years);
    }
    double way = toUs ? tariffs(month) : redirection(month);
    return cell.base() * StrictMath.pow(cell.current() / cell.base(), way);
  }

  /** Exports to the US turn when the tariffs come, in April 2025. */
  private static double tariffs(int month) {
    int since = month - Months.CURRENT;
    return since < 0 ? 0 : since < 3 ? 0.5 : 1.1;
  }

  /** Other destinations grow from the second half of 2024. */
  private static double redirection(int month) {
    int since = month - Months.BASE - Months.WINDOW;
    return since < 0 ? 0 : since < 5 ? 0.1 + 0.13 * since : 0.85 + 0.05 * (since - 5);
  }

  /** January–July of a year: the cells' totals and the months' are both given. */
  private void window(double[][] seed, int from, double[] rows) {
    double[] columns = Arrays.copyOfRange(totals, from, from + Months.WINDOW);
    double[][] part =
        Arrays.stream(seed)
            .map(months -> Arrays.copyOfRange(months, from, from + Months.WINDOW))
            .toArray(double[][]::new);
    double[][] fitted = Fitting.fit(part, rows, columns);
    for (int c = 0; c < seed.length; c++) {
      System.arraycopy(fitted[c], 0, seed[c], from, Months.WINDOW);
    }
  }

  private long[][] whole(double[][] seed) {
    long[][] result = new long[Months.COUNT][];
    for (int m = 0; m < Months.COUNT; m++) {
      int month = m;
      double[] values = Arrays.stream(seed).mapToDouble(cell -> cell[month]).toArray();
      Fitting.scale(values, totals[m]);
      double[] listed = Arrays.stream(values).map(value -> value < LEAST ? 0 : value).toArray();
      result[m] = Fitting.whole(listed, Math.round(totals[m]));
    }
    return result;
  }
}
