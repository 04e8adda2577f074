package dev.tradewind.metrics;

import dev.tradewind.contracts.message.ExportBlock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of a submission under construction, by region and month. */
final class Rows {
  private record Slice(String region, YearMonth period) implements Comparable<Slice> {
    @Override
    public int compareTo(Slice other) {
      int byRegion = region.compareTo(other.region);
      return byRegion != 0 ? byRegion : period.compareTo(other.period);
    }
  }

  private final Map<Slice, List<ExportBlock.Row>> slices = new TreeMap<>();

  Rows add(String period, String region, String partner, String product, long minor) {
    slices
        .computeIfAbsent(new Slice(region, YearMonth.parse(period)), s -> new ArrayList<>())
        .add(new ExportBlock.Row(partner, product, minor));
    return this;
  }

  /** A row with its quantity. */
  Rows add(
      String period,
      String region,
      String partner,
      String product,
      long minor,
      long quantity,
      String unit) {
    slices
        .computeIfAbsent(new Slice(region, YearMonth.parse(period)), s -> new ArrayList<>())
        .add(new ExportBlock.Row(partner, product, minor, quantity, unit));
    return this;
  }

  long count() {
    return slices.values().stream().mapToLong(List::size).sum();
  }

  List<YearMonth> months() {
    return slices.keySet().stream().map(Slice::period).distinct().sorted().toList();
  }

  List<String> regions() {
    return slices.keySet().stream().map(Slice::region).distinct().sorted().toList();
  }

  List<String> partners() {
    return values().map(ExportBlock.Row::partner).distinct().sorted().toList();
  }

  List<String> products() {
    return values().map(ExportBlock.Row::product).distinct().sorted().toList();
  }

  /** One block a slice, numbered from 0. */
  List<ExportBlock> blocks(TestSubmission of) {
    List<ExportBlock> blocks = new ArrayList<>();
    slices.forEach(
        (slice, rows) -> {
          for (int from = 0; from < rows.size(); from += ExportBlock.MAX_ROWS) {
            int to = Math.min(rows.size(), from + ExportBlock.MAX_ROWS);
            blocks.add(
                new ExportBlock(
                    of.id(),
                    of.attempt(),
                    of.vintage(),
                    blocks.size(),
                    "X",
                    of.currency(),
                    slice.period,
                    slice.region,
                    List.copyOf(rows.subList(from, to))));
          }
        });
    return blocks;
  }

  private java.util.stream.Stream<ExportBlock.Row> values() {
    return slices.values().stream().flatMap(List::stream);
  }
}
