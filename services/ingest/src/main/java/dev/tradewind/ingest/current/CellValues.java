package dev.tradewind.ingest.current;

import java.util.Arrays;

/** Values of the cells of one region and month, without an object per cell. */
final class CellValues {
  private static final int PARTNER_BITS = 9;
  private static final long EMPTY = -1;
  private static final long TAKEN = -1;

  /** Walks over what is left. */
  interface Visitor {
    void cell(int product, int partner, long value);
  }

  private long[] keys = new long[256];
  private long[] values = new long[256];
  private int size;

  CellValues() {
    Arrays.fill(keys, EMPTY);
  }

  /** The cell as one number. */
  static long key(int product, int partner) {
    return ((long) product << PARTNER_BITS) | partner;
  }

  /** Notes the value unless one is noted already. */
  void putIfAbsent(long key, long value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(keys, key);
    if (keys[slot] == EMPTY) {
      keys[slot] = key;
      values[slot] = value;
      size++;
    }
  }

  boolean contains(long key) {
    return keys[slot(keys, key)] == key;
  }

  /** Takes the value out; −1 if there is none. */
  long take(long key) {
    int slot = slot(keys, key);
    if (keys[slot] != key) {
      return -1;
    }
    long value = values[slot];
    values[slot] = TAKEN;
    return value;
  }

  /** All that were not taken. */
  void forEachLeft(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY && values[i] != TAKEN) {
        visitor.cell(
            (int) (keys[i] >>> PARTNER_BITS),
            (int) (keys[i] & ((1 << PARTNER_BITS) - 1)),
            values[i]);
      }
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new long[2 * oldKeys.length];
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** Where the key is, or would be. */
  static int slot(long[] keys, long key) {
    int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & (keys.length - 1);
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
