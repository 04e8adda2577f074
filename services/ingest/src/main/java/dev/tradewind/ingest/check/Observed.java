package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Remembers which codes the good rows of a file have, and makes its coverage box of them. */
final class Observed {
  private final BitSet months = new BitSet();
  private final BitSet regions = new BitSet();
  private final BitSet partners = new BitSet();
  private final BitSet uncertainMonths = new BitSet();
  private boolean allUncertain;

  void row(int month, int region, int partner) {
    months.set(month);
    regions.set(region);
    partners.set(partner);
  }

  /** A row of that month was left out, so an absent cell of the month is not known to be zero. */
  void uncertain(int month) {
    if (month < 0) {
      allUncertain = true;
    } else {
      uncertainMonths.set(month);
    }
  }

  /** The file was cut: its last month goes on where the file ends. */
  void cut() {
    if (!months.isEmpty()) {
      uncertainMonths.set(months.length() - 1);
    }
  }

  /** Whether it is a series of the nation as a whole. */
  boolean reference() {
    return regions.get(CodeBook.NATION);
  }

  boolean isEmpty() {
    return months.isEmpty();
  }

  /** The months of the good rows. */
  BitSet months() {
    return (BitSet) months.clone();
  }

  YearMonth lastMonth() {
    return Months.month(months.length() - 1);
  }

  CoverageBox box(String file, Collection<String> products, DeclaredCoverage declared) {
    BitSet listedOnly = (BitSet) months.clone();
    if (!allUncertain) {
      listedOnly.and(uncertainMonths);
    }
    BitSet complete = (BitSet) months.clone();
    complete.andNot(listedOnly);
    return new CoverageBox(
        file,
        products.stream().sorted().toList(),
        complete.stream().mapToObj(Months::month).toList(),
        listedOnly.stream().mapToObj(Months::month).toList(),
        codes(partners, CodeBook::partner, declared.partners()),
        codes(regions, CodeBook::region, reference() ? null : declared.regions()),
        all(partners, declared.partners()),
        !reference() && all(regions, declared.regions()));
  }

  private static List<String> codes(
      BitSet seen, IntFunction<String> code, DeclaredCoverage.@Nullable Codes declared) {
    NavigableSet<String> codes = new TreeSet<>();
    seen.stream().mapToObj(code).forEach(codes::add);
    if (declared != null) {
      codes.addAll(declared.listed());
    }
    return List.copyOf(codes);
  }

  private static boolean all(BitSet seen, DeclaredCoverage.@Nullable Codes declared) {
    return declared == null ? seen.cardinality() > 1 : declared.all();
  }
}
