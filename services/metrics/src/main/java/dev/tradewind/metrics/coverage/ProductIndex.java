package dev.tradewind.metrics.coverage;

import dev.tradewind.metrics.sector.SectorFilter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All products that any live box names, as numbers in the order of their codes. */
final class ProductIndex {
  private final List<String> codes;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, List<Integer>> shorterCodes = new HashMap<>();

  ProductIndex(Collection<LiveBox> boxes) {
    TreeSet<String> sorted = new TreeSet<>();
    boxes.forEach(box -> sorted.addAll(box.products()));
    codes = List.copyOf(sorted);
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

  BitSet in(SectorFilter sector, int year) {
    BitSet bits = new BitSet(codes.size());
    for (int i = 0; i < codes.size(); i++) {
      bits.set(i, sector.contains(codes.get(i), year));
    }
    return bits;
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
