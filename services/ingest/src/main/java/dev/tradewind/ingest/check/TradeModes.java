package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;

/** Gives each trade mode of a submission a bit. */
final class TradeModes {
  /** Modes beyond share the last bit: they may be taken to overlap, never to add up wrongly. */
  private static final int LAST_BIT = 62;

  private final Remembered<Long> bits = new Remembered<>();
  private int count;

  /** How many different ones there were; beyond 63 they are no longer counted. */
  int count() {
    return count;
  }

  /** The mode's bit; 0 for no mode. */
  long bit(CellText mode) {
    if (mode.isEmpty()) {
      return 0;
    }
    Long known = bits.get(mode);
    if (known != null) {
      return known;
    }
    long bit = 1L << Math.min(count, LAST_BIT);
    if (count <= LAST_BIT) {
      bits.put(mode, bit);
      count++;
    }
    return bit;
  }
}
