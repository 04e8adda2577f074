package dev.tradewind.standalone.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Every province's months in US$, to the US or to the rest of the world: {@code [province][month]}.
 */
final class MonthlyTotals {
  private static final int AUGUST = Months.CURRENT + Months.WINDOW;

  /** How far, in August–December 2024, a province has come on its way to 2025. */
  private static final double WAY_IN_2024 = 0.3;

  private final List<Province> provinces;
  private final Nation nation;
  private final boolean toUs;
  private final double[][] totals;

  private MonthlyTotals(List<Province> provinces, Nation nation, boolean toUs) {
    this.provinces = provinces;
    this.nation = nation;
    this.toUs = toUs;
    this.totals = new double[provinces.size()][Months.COUNT];
  }

  static double[][] of(List<Province> provinces, Nation nation, boolean toUs) {
    MonthlyTotals months = new MonthlyTotals(provinces, nation, toUs);
    months.windows();
    months.restOf2024();
    months.august();
    Nation.history().forEach(months::year);
    return months.totals;
  }

  /** January–July of 2024 and of 2025: both margins are given. */
  private void windows() {
    fill(Months.BASE, Months.WINDOW, 0, rows(this::base));
    fill(Months.CURRENT, Months.WINDOW, 0, rows(this::current));
  }

  /** August–December 2024: the published years, and what the others leave of the nation's. */
  private void restOf2024() {
    int from = Months.BASE + Months.WINDOW;
    double left = Fitting.sum(nation.months(toUs, from, Months.CURRENT));
    double[] known =
        rows(p -> toUs && !Double.isNaN(p.usYear2024()) ? p.usYear2024() - p.us2024() : 0);
    double[] free = rows(this::base);
    for (int p = 0; p < free.length; p++) {
      double way = StrictMath.pow(change(p), WAY_IN_2024) * Noise.factor(0.03, p, toUs ? 1 : 2);
      free[p] = known[p] > 0 ? 0 : free[p] * way;
    }
    Fitting.scale(free, left - Fitting.sum(known));
    fill(
        from,
        5,
        WAY_IN_2024 / 3,
        rows(p -> known[provinces.indexOf(p)] + free[provinces.indexOf(p)]));
  }

  /** August 2025: provinces whose change is given, and the others alike. */
  private void august() {
    double[] known = new double[provinces.size()];
    double[] free = new double[provinces.size()];
    for (int p = 0; p < free.length; p++) {
      Province province = provinces.get(p);
      double before = totals[p][AUGUST - 12];
      if (toUs && !Double.isNaN(province.usAugust())) {
        known[p] = before * (1 + province.usAugust());
      } else {
        double growth = toUs ? 1 : province.rest2025() / province.rest2024();
        free[p] = before * growth * Noise.factor(0.02, p, AUGUST);
      }
    }
    double sum = nation.months(toUs, AUGUST, AUGUST + 1)[0];
    Fitting.scale(free, sum - Fitting.sum(known));
    for (int p = 0; p < free.length; p++) {
      totals[p][AUGUST] = known[p] + free[p];
    }
  }

  /** A year of the history: the provinces of 2024 with drift, and the season of that year. */
  private void year(Nation.Year year) {
    int first = Months.number(java.time.YearMonth.of(year.year(), 1));
    double[] rows = new double[provinces.size()];
    for (int p = 0; p < rows.length; p++) {
      double of2024 = Fitting.sum(Arrays.copyOfRange(totals[p], Months.BASE, Months.BASE + 12));
      double drift = 0.03 * Noise.normal(p, 7) * (2024 - year.year());
      rows[p] = of2024 * StrictMath.exp(drift) * Noise.factor(0.03, p, toUs ? 1 : 2, year.year());
    }
    Fitting.scale(rows, toUs ? year.us() : year.rest());
    for (int p = 0; p < rows.length; p++) {
      String region = provinces.get(p).region();
      double[] seed = new double[12];
      for (int m = 0; m < 12; m++) {
        seed[m] = Season.weight(Months.of(first + m), region) * noise(p, first + m);
      }
      System.arraycopy(Fitting.scale(seed, rows[p]), 0, totals[p], first, 12);
    }
  }

  /** Fits months to both margins; in each, a province moves on its way to 2025 by that much. */
  private void fill(int from, int count, double way, double[] rows) {
    double[] columns = nation.months(toUs, from, from + count);
    Fitting.scale(columns, Fitting.sum(rows));
    double[][] seed =
        IntStream.range(0, rows.length)
            .mapToObj(
                p ->
                    IntStream.range(0, count)
                        .mapToDouble(
                            m ->
                                columns[m]
                                    * noise(p, from + m)
                                    * StrictMath.pow(change(p), way * m))
                        .toArray())
            .toArray(double[][]::new);
    double[][] table = Fitting.fit(seed, rows, columns);
    for (int p = 0; p < rows.length; p++) {
      System.arraycopy(table[p], 0, totals[p], from, count);
    }
  }

  /** Small provinces are rougher than large ones. */
  private double noise(int province, int month) {
    double billions = base(provinces.get(province)) / 1e9;
    return Noise.factor(
        Math.min(0.2, 0.02 + 0.03 / Math.sqrt(billions)), province, month, toUs ? 1 : 2);
  }

  private double base(Province province) {
    return toUs ? province.us2024() : province.rest2024();
  }

  private double current(Province province) {
    return toUs ? province.us2025() : province.rest2025();
  }

  private double change(int province) {
    return current(provinces.get(province)) / base(provinces.get(province));
  }

  private double[] rows(ToDoubleFunction<Province> value) {
    return provinces.stream().mapToDouble(value).toArray();
  }
}
