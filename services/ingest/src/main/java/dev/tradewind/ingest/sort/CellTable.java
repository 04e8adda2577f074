package dev.tradewind.ingest.sort;

import java.util.Arrays;

/**
 * Sums values by key in memory, without an object per key: open addressing, linear probing, and all
 * of an entry side by side, since each look-up is a cache miss.
 */
final class CellTable {
  private static final int SMALLEST = 1 << 10;
  /** Chapters begin at 01, and the total is only of the nation, so no key is zero. */
  private static final long EMPTY = 0;

  private static final long NEIGHBOURS = 7L << CellKey.REGION_AT;

  private static final int WIDTH = 4;
  private static final int MODES = 1;
  private static final int VALUE = 2;
  private static final int MEASURE = 3;

  private long[] entries = new long[0];
  private int mask;
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
  boolean add(long key, long mode, long value, long measure) {
    int at = find(key);
    if (entries[at] == key) {
      entries[at + MODES] |= mode;
      entries[at + VALUE] = Math.addExact(entries[at + VALUE], value);
      entries[at + MEASURE] = Measure.sum(entries[at + MEASURE], measure);
      return true;
    }
    if (size >= (mask + 1) / 8 * 5) {
      grow();
      at = find(key);
    }
    entries[at] = key;
    entries[at + MODES] = mode;
    entries[at + VALUE] = value;
    entries[at + MEASURE] = measure;
    size++;
    return false;
  }

  /** All cells in the order of their keys; the table must not change meanwhile. */
  CellCursor sorted() {
    long[] order = new long[size];
    int next = 0;
    for (int at = 0; at < entries.length; at += WIDTH) {
      if (entries[at] != EMPTY) {
        order[next++] = entries[at];
      }
    }
    Arrays.sort(order);
    return new Sorted(order);
  }

  void clear() {
    Arrays.fill(entries, EMPTY);
    size = 0;
  }

  private void allocate(int capacity) {
    entries = new long[capacity * WIDTH];
    mask = capacity - 1;
    size = 0;
  }

  private void grow() {
    long[] old = entries;
    allocate((mask + 1) * 2);
    for (int at = 0; at < old.length; at += WIDTH) {
      if (old[at] != EMPTY) {
        System.arraycopy(old, at, entries, find(old[at]), WIDTH);
        size++;
      }
    }
  }

  /**
   * Where the key is, or where it would go. Rows mostly come region after region, so cells that
   * differ in their region's lowest bits alone are neighbours.
   */
  private int find(long key) {
    long group = (key & ~NEIGHBOURS) * 0x9e3779b97f4a7c15L;
    int slot =
        ((int) (group >>> 32) & mask & ~7) | (int) ((key & NEIGHBOURS) >>> CellKey.REGION_AT);
    long there = entries[slot * WIDTH];
    while (there != key && there != EMPTY) {
      slot = (slot + 1) & mask;
      there = entries[slot * WIDTH];
    }
    return slot * WIDTH;
  }

  private final class Sorted implements CellCursor {
    /** Each look-up is a cache miss; side by side they wait for memory together. */
    private static final int AT_ONCE = 128;

    private final long[] order;
    private final int[] found = new int[AT_ONCE];
    private int next = -1;
    private int at;

    Sorted(long[] order) {
      this.order = order;
    }

    @Override
    public boolean next() {
      if (++next >= order.length) {
        return false;
      }
      if (next % AT_ONCE == 0) {
        findAhead();
      }
      at = found[next % AT_ONCE];
      return true;
    }

    private void findAhead() {
      int count = Math.min(AT_ONCE, order.length - next);
      for (int i = 0; i < count; i++) {
        found[i] = find(order[next + i]);
      }
    }

    @Override
    public long key() {
      return order[next];
    }

    @Override
    public long modes() {
      return entries[at + MODES];
    }

    @Override
    public long value() {
      return entries[at + VALUE];
    }

    @Override
    public long measure() {
      return entries[at + MEASURE];
    }

    @Override
    public void close() {
      // Memory only.
    }
  }
}
