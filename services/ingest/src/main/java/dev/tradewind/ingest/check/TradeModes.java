package dev.tradewind.ingest.check;

import java.util.HashMap;
import java.util.Map;

/** Gives each trade mode of a submission a bit. */
final class TradeModes {
  /** Modes beyond share the last bit: they may be taken to overlap, never to add up wrongly. */
  private static final int LAST_BIT = 62;

  private final Map<String, Long> bits = new HashMap<>();

  long bit(String mode) {
    return bits.computeIfAbsent(mode, m -> 1L << Math.min(bits.size(), LAST_BIT));
  }

  /** How many different ones there were. */
  int count() {
    return bits.size();
  }

  /** The only one, for a message. */
  String first() {
    return bits.keySet().iterator().next();
  }
}
