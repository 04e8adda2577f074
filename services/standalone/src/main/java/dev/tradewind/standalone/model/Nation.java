package dev.tradewind.standalone.model;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** The nation's months in US$, to the US and to the rest of the world, from January 2024. */
final class Nation {
  private static final double BILLION = 1e9;

  /** Published: all of 2024 to the US. */
  static final double US_2024 = 524.7 * BILLION;

  /** Published: July 2025 to the US against July 2024. */
  private static final double JULY = 1 - 0.217;

  /** Published: January–August 2025 to the US against 2024. */
  private static final double EIGHT_MONTHS = 1 - 0.155;

  private final double[] us = new double[Months.COUNT];
  private final double[] rest = new double[Months.COUNT];

  private record Month(YearMonth period, double us, double total) {}

  /** A year before 2024. */
  record Year(int year, double us, double rest) {}

  Nation(List<Province> provinces) {
    for (Month month :
        Table.read(
            "months.csv",
            row ->
                new Month(
                    YearMonth.parse(row.getField("period")),
                    Table.number(row, "us") * BILLION,
                    Table.number(row, "total") * BILLION))) {
      us[Months.number(month.period)] = month.us;
      rest[Months.number(month.period)] = month.total - month.us;
    }
    double us2024 = provinces.stream().mapToDouble(Province::us2024).sum();
    double us2025 = provinces.stream().mapToDouble(Province::us2025).sum();
    int july = Months.BASE + Months.WINDOW - 1;
    scale(us, Months.BASE, Months.BASE + 7, us2024);
    scale(us, Months.BASE + 7, Months.BASE + 12, US_2024 - us2024);
    us[july + 12] = us[july] * JULY;
    scale(us, Months.CURRENT, july + 12, us2025 - us[july + 12]);
    us[july + 13] = (us2024 + us[july + 1]) * EIGHT_MONTHS - us2025;
    scale(rest, Months.BASE, july + 1, provinces.stream().mapToDouble(Province::rest2024).sum());
    scale(
        rest, Months.CURRENT, july + 13, provinces.stream().mapToDouble(Province::rest2025).sum());
  }

  double[] months(boolean toUs, int from, int to) {
    return Arrays.copyOfRange(toUs ? us : rest, from, to);
  }

  static List<Year> history() {
    return Table.read(
        "years.csv",
        row ->
            new Year(
                Integer.parseInt(row.getField("year")),
                Table.number(row, "us") * BILLION,
                (Table.number(row, "total") - Table.number(row, "us")) * BILLION));
  }

  private static void scale(double[] months, int from, int to, double sum) {
    double[] part = Fitting.scale(Arrays.copyOfRange(months, from, to), sum);
    System.arraycopy(part, 0, months, from, part.length);
  }
}
