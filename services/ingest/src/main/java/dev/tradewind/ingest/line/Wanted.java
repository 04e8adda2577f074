package dev.tradewind.ingest.line;

import java.time.YearMonth;
import java.util.Set;

/**
 * Which rows are looked for; an empty set leaves its dimension open.
 *
 * @param months of these months
 * @param regions ISO 3166-2
 * @param partners ISO 3166-1 alpha-3
 * @param products HS prefixes
 */
record Wanted(
    Set<YearMonth> months, Set<String> regions, Set<String> partners, Set<String> products) {
  boolean month(YearMonth month) {
    return months.isEmpty() || months.contains(month);
  }

  boolean region(String region) {
    return regions.isEmpty() || regions.contains(region);
  }

  boolean partner(String partner) {
    return partners.isEmpty() || partners.contains(partner);
  }

  boolean product(String product) {
    return products.isEmpty() || products.stream().anyMatch(product::startsWith);
  }
}
