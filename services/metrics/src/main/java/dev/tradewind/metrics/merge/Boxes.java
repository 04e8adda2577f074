package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.sector.SectorFilter;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The boxes of one submission: which cells a merge must derive again. */
final class Boxes {
  /** One file's box. */
  private record Box(
      Set<Integer> months,
      Set<Integer> listedOnly,
      List<String> products,
      List<String> partners,
      List<String> regions) {
    boolean in(int period) {
      return months.contains(period) || listedOnly.contains(period);
    }
  }

  /**
   * The box around the boxes of one month. It may hold cells that none of them does: deriving those
   * again changes nothing.
   */
  record Bounds(int period, String currency, Cells cells) {}

  /** Codes, in order. */
  record Cells(Set<String> regions, Set<String> products, Set<String> partners) {}

  private final String currency;
  private final List<Box> boxes;

  private Boxes(String currency, List<Box> boxes) {
    this.currency = currency;
    this.boxes = boxes;
  }

  static Boxes of(Session session, int submission, String currency) {
    return new Boxes(
        currency,
        session.list(
            """
            SELECT months, listed_only, products, partners, regions
            FROM box WHERE submission_no = $1 ORDER BY id
            """,
            Boxes::read,
            submission));
  }

  /** All months, complete or not, in order. */
  Set<Integer> months() {
    Set<Integer> months = new TreeSet<>();
    for (Box box : boxes) {
      months.addAll(box.months);
      months.addAll(box.listedOnly);
    }
    return months;
  }

  /** The years of those months, in order. */
  Set<Integer> years() {
    return months().stream()
        .map(month -> month / 100)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of those, the months of boxes that hold more than reported figures of the nation. */
  Set<Integer> countedMonths(Set<Integer> months) {
    Set<Integer> counted = new TreeSet<>();
    for (Box box : boxes) {
      if (!box.regions.equals(List.of(Region.NATION))) {
        months.stream().filter(box::in).forEach(counted::add);
      }
    }
    return counted;
  }

  /**
   * The latest month, complete or not, of a product that belongs to the sector, or under which
   * products of the sector lie; null if there is none.
   */
  @Nullable Integer newest(SectorFilter sector) {
    Integer newest = null;
    for (int month : countedMonths(months())) {
      List<String> prefixes = sector.prefixes(month / 100);
      if (boxes.stream()
          .filter(box -> box.in(month) && !box.regions.equals(List.of(Region.NATION)))
          .flatMap(box -> box.products.stream())
          .anyMatch(
              product ->
                  sector.contains(product, month / 100)
                      || prefixes.stream().anyMatch(prefix -> prefix.startsWith(product)))) {
        newest = month;
      }
    }
    return newest;
  }

  Bounds bounds(int period) {
    Cells cells = new Cells(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    for (Box box : boxes) {
      if (box.in(period)) {
        cells.regions.addAll(box.regions);
        cells.products.addAll(box.products);
        cells.partners.addAll(box.partners);
      }
    }
    return new Bounds(period, currency, cells);
  }

  /** The products named for a year, complete or not. */
  Set<String> products(int year) {
    Set<String> products = new LinkedHashSet<>();
    for (Box box : boxes) {
      if (months().stream().anyMatch(month -> month / 100 == year && box.in(month))) {
        products.addAll(box.products);
      }
    }
    return products;
  }

  private static Box read(Row row) {
    return new Box(
        new TreeSet<>(Arrays.asList(row.getArrayOfIntegers(0))),
        new TreeSet<>(Arrays.asList(row.getArrayOfIntegers(1))),
        List.of(row.getArrayOfStrings(2)),
        List.of(row.getArrayOfStrings(3)),
        List.of(row.getArrayOfStrings(4)));
  }
}
