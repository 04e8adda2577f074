package dev.tradewind.ingest.sort;

import java.util.Arrays;

/** Sums values by key in memory, without an object per key: open addressing, linear probing. */
final class CellTable {
  private static final int SMALLEST = 1 << 10;
  private static final long EMPTY = -1;

  private long[] keys = new long[0];
  private long[] modes = new long[0];
  private long[] values = new long[0];
  private int size;

  CellTable() {
    allocate(SMALLEST);
  }

  int size() {
    return size;
  }

  /**
   * Adds to a cell.
   *
   * @return whether it was there already
   * @throws ArithmeticException if the sum leaves the range of numbers
   */
  boolean add(long key, long mode, long value) {
    int slot = slot(key);
    boolean known = keys[slot] != EMPTY;
    if (!known) {
      if (size >= keys.length / 2) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      size++;
    }
    modes[slot] |= mode;
    values[slot] = Math.addExact(values[slot], value);
    return known;
  }

  /** All cells in the order of their keys; the table must not change meanwhile. */
  CellCursor sorted() {
    long[] order = new long[size];
    int next = 0;
    for (long key : keys) {
      if (key != EMPTY) {
        order[next++] = key;
      }
    }
    Arrays.sort(order);
    return new Sorted(order);
  }

  void clear() {
    allocate(SMALLEST);
  }

  private void allocate(int capacity) {
    keys = new long[capacity];
    Arrays.fill(keys, EMPTY);
    modes = new long[capacity];
    values = new long[capacity];
    size = 0;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldModes = modes;
    long[] oldValues = values;
    allocate(oldKeys.length * 2);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        var unused = add(oldKeys[i], oldModes[i], oldValues[i]);
      }
    }
  }

  private int slot(long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 32) & (keys.length - 1);
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private final class Sorted implements CellCursor {
    private final long[] order;
    private int at = -1;
    private int slot;

    Sorted(long[] order) {
      this.order = order;
    }

    @Override
    public boolean next() {
      if (++at >= order.length) {
        return false;
      }
      slot = slot(order[at]);
      return true;
    }

    @Override
    public long key() {
      return order[at];
    }

    @Override
    public long modes() {
      return modes[slot];
    }

    @Override
    public long value() {
      return values[slot];
    }

    @Override
    public void close() {
      // Memory only.
    }
  }
}
