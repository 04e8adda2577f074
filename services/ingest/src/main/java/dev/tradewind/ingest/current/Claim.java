package dev.tradewind.ingest.current;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.check.CodeBook;
import dev.tradewind.ingest.check.Months;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a submission speaks for: cells that it lists, and those within its boxes that it does not
 * list, which are zero then.
 *
 * @param submission its id
 * @param vintage its place in the order of all
 * @param boxes one for each file
 */
record Claim(UUID submission, long vintage, List<Box> boxes) {
  /** One file's box; in {@code listed} months only the listed rows are known. */
  record Box(Products products, BitSet complete, BitSet listed, BitSet partners, BitSet regions) {
    boolean covers(int region, int month, int product, int partner) {
      return complete.get(month)
          && regions.get(region)
          && partners.get(partner)
          && products.contains(product);
    }

    boolean touches(int region, int month) {
      return regions.get(region) && (complete.get(month) || listed.get(month));
    }
  }

  /**
   * The claim of that coverage.
   *
   * @param known sets of products that were seen before: most files have the same
   */
  static Claim of(
      UUID submission, long vintage, List<CoverageBox> coverage, Map<Products, Products> known) {
    return new Claim(submission, vintage, coverage.stream().map(box -> box(box, known)).toList());
  }

  private static Box box(CoverageBox box, Map<Products, Products> known) {
    Products products = new Products(box.products());
    return new Box(
        known.computeIfAbsent(products, p -> p),
        months(box.months()),
        months(box.listedOnly()),
        places(box.partners().stream().map(CodeBook::partnerPlace).toList()),
        places(box.regions().stream().map(CodeBook::regionPlace).toList()));
  }

  private static BitSet months(Collection<YearMonth> months) {
    return places(months.stream().map(Months::number).toList());
  }

  private static BitSet places(Collection<Integer> places) {
    BitSet set = new BitSet();
    places.stream().filter(place -> place >= 0).forEach(set::set);
    return set;
  }

  /** Whether the cell is zero by this submission unless it lists it. */
  boolean covers(int region, int month, int product, int partner) {
    for (Box box : boxes) {
      if (box.covers(region, month, product, partner)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it can have rows there. */
  boolean touches(int region, int month) {
    for (Box box : boxes) {
      if (box.touches(region, month)) {
        return true;
      }
    }
    return false;
  }
}
