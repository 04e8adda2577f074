package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether a total covers all trade, or must say that it is partial. */
public final class Completeness {
  private static final int LAST_CHAPTER = 97;

  /** Reserved by the Harmonized System for future use. */
  private static final int UNUSED_CHAPTER = 77;

  private static final List<String> CHAPTERS =
      IntStream.rangeClosed(1, LAST_CHAPTER)
          .filter(chapter -> chapter != UNUSED_CHAPTER)
          .mapToObj(chapter -> String.format("%02d", chapter))
          .toList();

  private Completeness() {}

  /** The same for all products of a sector that are known at all. */
  public static @Nullable String partial(Coverage coverage, SectorFilter sector, int year) {
    return partial(coverage, coverage.products(sector, year), sector, year);
  }

  /** The same for those products, in order. */
  public static @Nullable String partial(
      Coverage coverage, List<String> codes, SectorFilter sector, int year) {
    return whole(coverage.products(), codes, sector, year) ? null : text(codes.size());
  }

  /** {@code of 2 covered products}, or null where the total covers everything. */
  static @Nullable String partial(
      Coverage coverage, BitSet products, SectorFilter sector, int year) {
    return partial(coverage, products.stream().mapToObj(coverage::product).toList(), sector, year);
  }

  private static String text(int count) {
    return "of " + count + " covered product" + (count == 1 ? "" : "s");
  }

  private static boolean whole(
      List<String> universe, List<String> codes, SectorFilter sector, int year) {
    List<String> prefixes = sector.prefixes(year);
    if (prefixes.isEmpty()) {
      return touchesAll(codes, CHAPTERS);
    }
    // A sector is whole if its own codes are known as totals, or if all trade is.
    return prefixes.stream().allMatch(prefix -> coveredBy(prefix, codes))
        || (touchesAll(universe, CHAPTERS) && touchesAll(codes, prefixes));
  }

  /** Whether one of the codes, which are in order, is the prefix or a shorter one of it. */
  private static boolean coveredBy(String prefix, List<String> codes) {
    return IntStream.rangeClosed(1, prefix.length())
        .anyMatch(length -> Collections.binarySearch(codes, prefix.substring(0, length)) >= 0);
  }

  /** Whether each prefix begins one of the codes, which are in order. */
  private static boolean touchesAll(List<String> codes, List<String> prefixes) {
    return prefixes.stream()
        .allMatch(
            prefix -> {
              int found = Collections.binarySearch(codes, prefix);
              int place = found >= 0 ? found : -found - 1;
              return place < codes.size() && codes.get(place).startsWith(prefix);
            });
  }
}
