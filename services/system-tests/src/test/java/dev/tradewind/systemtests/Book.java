package dev.tradewind.systemtests;

import dev.tradewind.testing.CustomsFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the facts must be: kept by hand, file by file, as each replaces the box of what it observes.
 */
final class Book {
  /** Which number. */
  record Cell(String period, String region, String partner, String product)
      implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return toString().compareTo(other.toString());
    }
  }

  /** A row of a file, in whole US$. */
  record Entry(Cell cell, long value) {}

  private final Map<Cell, Long> cells = new TreeMap<>();

  /** Takes the file into the book and returns it for sending. */
  Upload file(String name, List<Entry> entries) {
    Set<String> periods = distinct(entries, Cell::period);
    Set<String> regions = distinct(entries, Cell::region);
    Set<String> partners = distinct(entries, Cell::partner);
    Set<String> products = distinct(entries, Cell::product);
    cells
        .keySet()
        .removeIf(
            cell ->
                periods.contains(cell.period)
                    && regions.contains(cell.region)
                    && partners.contains(cell.partner)
                    && products.contains(cell.product));
    CustomsFile file = CustomsFile.usd();
    for (Entry entry : entries) {
      Cell cell = entry.cell;
      cells.put(cell, entry.value);
      file.row(cell.period, cell.region, cell.partner, cell.product, entry.value);
    }
    return Upload.of(name, file);
  }

  /** All cells that are not zero. */
  Map<Cell, Long> cells() {
    return Map.copyOf(cells);
  }

  /** What the system says they are. */
  static Map<Cell, Long> of(Api api) {
    return api
        .list("/exports", Map.of("by", "region,partner,product,period", "limit", "1000"))
        .stream()
        .filter(row -> row.path("value").asDouble() != 0)
        .collect(
            Collectors.toMap(
                row ->
                    new Cell(
                        row.path("period").asText(),
                        row.path("region").asText(),
                        row.path("partner").asText(),
                        row.path("product").asText()),
                row -> Long.valueOf(row.path("value").asText())));
  }

  private static Set<String> distinct(List<Entry> entries, Function<Cell, String> part) {
    return entries.stream().map(Entry::cell).map(part).collect(Collectors.toSet());
  }
}
