package dev.tradewind.ingest.current;

import java.util.Arrays;

/** The usual size of each series of one region: the mean of the logarithms of its values. */
final class SeriesLevels {
  private static final int ENOUGH = 3;
  private static final long EMPTY = -1;

  private long[] keys = new long[256];
  private float[] sums = new float[256];
  private int[] counts = new int[256];
  private int size;

  SeriesLevels() {
    Arrays.fill(keys, EMPTY);
  }

  void add(long key, long value) {
    if (value <= 0) {
      return;
    }
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = CellValues.slot(keys, key);
    if (keys[slot] == EMPTY) {
      keys[slot] = key;
      size++;
    }
    sums[slot] += (float) Math.log10((double) value);
    counts[slot]++;
  }

  /** The common logarithm of the usual value; NaN while fewer than three months are known. */
  double level(long key) {
    int slot = CellValues.slot(keys, key);
    return keys[slot] == key && counts[slot] >= ENOUGH ? sums[slot] / counts[slot] : Double.NaN;
  }

  private void grow() {
    long[] oldKeys = keys;
    float[] oldSums = sums;
    int[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    sums = new float[2 * oldKeys.length];
    counts = new int[2 * oldKeys.length];
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = CellValues.slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        sums[slot] = oldSums[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
