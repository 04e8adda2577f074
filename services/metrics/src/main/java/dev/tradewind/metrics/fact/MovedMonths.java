package dev.tradewind.metrics.fact;

import java.util.List;
import java.util.Map;

/**
 * Months of which another set of submissions counted at an earlier time than does now.
 *
 * @param all {@code yyyymm}; what stands in the tables does not hold for them
 * @param known those of which anything counted then
 */
public record MovedMonths(List<Integer> all, List<Integer> known) {
  /** Of months, each with whether anything counted. */
  public static MovedMonths of(Map<Integer, Boolean> months) {
    return new MovedMonths(
        List.copyOf(months.keySet()),
        months.keySet().stream().filter(month -> months.getOrDefault(month, false)).toList());
  }
}
