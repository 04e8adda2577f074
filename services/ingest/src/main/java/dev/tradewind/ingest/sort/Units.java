package dev.tradewind.ingest.sort;

import java.util.ArrayList;
import java.util.List;

/** Numbers the units of quantities, so that a cell can hold one. */
final class Units {
  /** Customs knows a few dozen. */
  private static final int MOST = 255;

  private final List<String> names = new ArrayList<>();

  /** The unit's number, from 1; 0 if there are too many units to be true. */
  int number(String name) {
    int place = names.indexOf(name);
    if (place < 0 && names.size() < MOST) {
      names.add(name);
      place = names.size() - 1;
    }
    return place + 1;
  }

  String name(int number) {
    return names.get(number - 1);
  }
}
