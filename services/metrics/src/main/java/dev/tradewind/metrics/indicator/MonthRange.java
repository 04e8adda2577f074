package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.period.PeriodKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Months as people write them: {@code 2025-01 to 2025-03, 2025-05}. */
public final class MonthRange {
  private MonthRange() {}

  /** Runs of months, comma-separated. */
  public static String text(List<Integer> months) {
    List<String> runs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= months.size(); i++) {
      if (i == months.size() || !follows(months.get(i - 1), months.get(i))) {
        YearMonth from = PeriodKey.month(months.get(first));
        YearMonth to = PeriodKey.month(months.get(i - 1));
        runs.add(from.equals(to) ? from.toString() : from + " to " + to);
        first = i;
      }
    }
    return String.join(", ", runs);
  }

  private static boolean follows(int month, int next) {
    return PeriodKey.month(month).plusMonths(1).equals(PeriodKey.month(next));
  }
}
