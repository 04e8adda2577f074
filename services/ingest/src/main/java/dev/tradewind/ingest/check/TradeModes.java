package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.PlainText;
import java.util.HashMap;
import java.util.Map;

/** Gives each trade mode of a submission a bit. */
final class TradeModes {
  /** Modes beyond share the last bit: they may be taken to overlap, never to add up wrongly. */
  private static final int LAST_BIT = 62;

  private final Remembered<Long> bits = new Remembered<>();
  private final Map<String, Long> byMode = new HashMap<>();
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
    // However a mode is written, it is one.
    String name = PlainText.of(mode.toString());
    Long bit = byMode.get(name);
    if (bit == null) {
      bit = 1L << Math.min(count, LAST_BIT);
      if (count > LAST_BIT) {
        return bit;
      }
      byMode.put(name, bit);
      count++;
    }
    bits.put(mode, bit);
    return bit;
  }
}
