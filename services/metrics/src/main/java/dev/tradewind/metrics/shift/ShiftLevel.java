package dev.tradewind.metrics.shift;

import java.util.List;

/**
 * What counts as one product.
 *
 * @param digits of the HS code; 0 for the sectors of the code list
 */
record ShiftLevel(int digits) {
  static final List<String> IDS = List.of("sector", "2", "4", "6", "8");

  /** HS editions: a code of six and more digits may mean something else in the next. */
  private static final List<Integer> EDITIONS = List.of(2028, 2022, 2017, 2012, 2007, 2002, 1996);

  static ShiftLevel of(String id) {
    return new ShiftLevel(id.equals("sector") ? 0 : Integer.parseInt(id));
  }

  String id() {
    return digits == 0 ? "sector" : String.valueOf(digits);
  }

  boolean sectors() {
    return digits == 0;
  }

  /** Whether a code may have moved between those years; sectors know their editions. */
  boolean recoded(int year, int otherYear) {
    return digits >= 4 && edition(year) != edition(otherYear);
  }

  private static int edition(int year) {
    return EDITIONS.stream().filter(edition -> year >= edition).findFirst().orElse(0);
  }
}
