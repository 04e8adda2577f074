package dev.tradewind.systemtests;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.systemtests.Book.Cell;
import dev.tradewind.systemtests.Book.Entry;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of one product from every province to three partners, a few millions each. */
final class Trade {
  static final String PRODUCT = "39221000";
  private static final List<String> PARTNERS = List.of("USA", "VNM", "DEU");

  private Trade() {}

  /** Every month from the first to the last; no two values alike, a year apart the same. */
  static List<Entry> steady(String first, String last) {
    List<Entry> entries = new ArrayList<>();
    YearMonth end = YearMonth.parse(last);
    Stream.iterate(YearMonth.parse(first), m -> !m.isAfter(end), m -> m.plusMonths(1))
        .forEach(month -> add(entries, month));
    return entries;
  }

  /** The same, but what the region sends to the US from a month on shrinks to that part. */
  static List<Entry> falling(List<Entry> entries, String region, String from, double part) {
    return entries.stream()
        .map(
            entry ->
                entry.cell().region().equals(region)
                        && entry.cell().partner().equals("USA")
                        && entry.cell().period().compareTo(from) >= 0
                    ? new Entry(entry.cell(), Math.round(entry.value() * part))
                    : entry)
        .toList();
  }

  /** From January 2024; to the US, from January 2025, a third of it from these provinces. */
  static List<Entry> fallingTo(String last, String... regions) {
    List<Entry> entries = steady("2024-01", last);
    for (String region : regions) {
      entries = falling(entries, region, "2025-01", 0.33);
    }
    return entries;
  }

  /**
   * The same without every n-th row, but all to the US: cells that customs has moved elsewhere, and
   * nothing to be alerted on.
   */
  static List<Entry> thinned(List<Entry> entries, int n) {
    List<Entry> kept = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (i % n != 0 || entries.get(i).cell().partner().equals("USA")) {
        kept.add(entries.get(i));
      }
    }
    return kept;
  }

  /** The same with a little more everywhere. */
  static List<Entry> revised(List<Entry> entries, long more) {
    return entries.stream().map(entry -> new Entry(entry.cell(), entry.value() + more)).toList();
  }

  private static void add(List<Entry> entries, YearMonth month) {
    int r = 0;
    for (Region region : Region.all()) {
      for (int p = 0; p < PARTNERS.size(); p++) {
        long value = 5_000_000L + month.getMonthValue() * 10_007L + r * 101L + p * 31_013L;
        entries.add(
            new Entry(new Cell(month.toString(), region.code(), PARTNERS.get(p), PRODUCT), value));
      }
      r++;
    }
  }
}
