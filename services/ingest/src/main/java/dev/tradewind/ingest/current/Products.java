package dev.tradewind.ingest.current;

import dev.tradewind.ingest.sort.CellKey;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A set of products, small and quick to ask. */
final class Products {
  private final int[] sorted;

  Products(Collection<String> codes) {
    sorted = codes.stream().mapToInt(CellKey::product).sorted().toArray();
  }

  boolean contains(int product) {
    return Arrays.binarySearch(sorted, product) >= 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Products that && Arrays.equals(sorted, that.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }
}
