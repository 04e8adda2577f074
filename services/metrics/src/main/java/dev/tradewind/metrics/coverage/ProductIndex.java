package dev.tradewind.metrics.coverage;

import dev.tradewind.metrics.sector.SectorFilter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All products that any live box names, as numbers in the order of their codes. */
final class ProductIndex {
  /** Greater than any digit. */
  private static final char AFTER_DIGITS = ':';

  private final List<String> codes;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, List<Integer>> shorterCodes = new HashMap<>();

  ProductIndex(Collection<LiveBox> boxes) {
    Set<String> named = new HashSet<>();
    boxes.forEach(box -> named.addAll(box.products()));
    codes = named.stream().sorted().toList();
    for (int i = 0; i < codes.size(); i++) {
      numbers.put(codes.get(i), i);
    }
    for (int i = 0; i < codes.size(); i++) {
      List<Integer> shorter = shorter(codes.get(i));
      if (!shorter.isEmpty()) {
        shorterCodes.put(i, shorter);
      }
    }
  }

  List<String> codes() {
    return codes;
  }

  String code(int number) {
    return codes.get(number);
  }

  BitSet bits(Collection<String> products) {
    BitSet bits = new BitSet(codes.size());
    for (String product : products) {
      Integer number = numbers.get(product);
      if (number != null) {
        bits.set(number);
      }
    }
    return bits;
  }

  /** The codes in order that begin with a prefix lie side by side. */
  BitSet in(SectorFilter sector, int year) {
    BitSet bits = new BitSet(codes.size());
    if (sector.editions().isEmpty()) {
      bits.set(0, codes.size());
    }
    for (String prefix : sector.prefixes(year)) {
      bits.set(place(prefix), place(prefix + AFTER_DIGITS));
    }
    return bits;
  }

  private int place(String code) {
    int found = Collections.binarySearch(codes, code);
    return found >= 0 ? found : -found - 1;
  }

  /** Whether any code is the beginning of another, so that sums must choose between levels. */
  boolean mixesLevels() {
    return !shorterCodes.isEmpty();
  }

  /** Leaves out every code of which a shorter one is there: HS4 is never added beside its HS8. */
  void dropFiner(BitSet covered) {
    BitSet before = (BitSet) covered.clone();
    shorterCodes.forEach(
        (finer, shorter) -> {
          if (before.get(finer) && shorter.stream().anyMatch(before::get)) {
            covered.clear(finer);
          }
        });
  }

  private List<Integer> shorter(String code) {
    List<Integer> found = new ArrayList<>();
    for (int length = 2; length < code.length(); length += 2) {
      Integer number = numbers.get(code.substring(0, length));
      if (number != null) {
        found.add(number);
      }
    }
    return List.copyOf(found);
  }
}
