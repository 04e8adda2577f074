package dev.tradewind.ingest.chain;

import dev.tradewind.contracts.message.CoverageBox;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What two coverages have in common.
 *
 * @param periods months, written as 2025-07
 * @param products how many products
 */
record Overlap(SortedSet<String> periods, int products) {
  static Optional<Overlap> of(List<CoverageBox> older, List<CoverageBox> newer) {
    SortedSet<String> periods = new TreeSet<>();
    Set<String> products = new HashSet<>();
    for (CoverageBox a : older) {
      for (CoverageBox b : newer) {
        if (Collections.disjoint(a.partners(), b.partners())
            || Collections.disjoint(a.regions(), b.regions())) {
          continue;
        }
        Set<YearMonth> months = months(a);
        months.retainAll(months(b));
        Set<String> common = new HashSet<>(a.products());
        common.retainAll(new HashSet<>(b.products()));
        if (!months.isEmpty() && !common.isEmpty()) {
          months.forEach(month -> periods.add(month.toString()));
          products.addAll(common);
        }
      }
    }
    return periods.isEmpty()
        ? Optional.empty()
        : Optional.of(new Overlap(periods, products.size()));
  }

  private static Set<YearMonth> months(CoverageBox box) {
    Set<YearMonth> months = new HashSet<>(box.months());
    months.addAll(box.listedOnly());
    return months;
  }
}
