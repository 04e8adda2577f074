package dev.tradewind.ingest.sort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Merges sorted runs into one; cells of one key become one, with the sum. */
final class MergeCursor implements CellCursor {
  private final List<CellCursor> all;
  private final PriorityQueue<CellCursor> heads =
      new PriorityQueue<>(Comparator.comparingLong(CellCursor::key));
  private long key;
  private long modes;
  private long value;
  private long measure;

  private MergeCursor(List<CellCursor> runs) {
    all = runs;
  }

  static CellCursor open(List<CellCursor> runs) throws IOException {
    if (runs.size() == 1) {
      return runs.get(0);
    }
    MergeCursor merge = new MergeCursor(new ArrayList<>(runs));
    for (CellCursor run : runs) {
      merge.offer(run);
    }
    return merge;
  }

  @Override
  public boolean next() throws IOException {
    CellCursor least = heads.poll();
    if (least == null) {
      return false;
    }
    key = least.key();
    modes = least.modes();
    value = least.value();
    measure = least.measure();
    offer(least);
    for (CellCursor same = heads.peek(); same != null && same.key() == key; same = heads.peek()) {
      heads.remove();
      modes |= same.modes();
      value = Math.addExact(value, same.value());
      measure = Measure.sum(measure, same.measure());
      offer(same);
    }
    return true;
  }

  private void offer(CellCursor run) throws IOException {
    if (run.next()) {
      heads.add(run);
    }
  }

  @Override
  public long key() {
    return key;
  }

  @Override
  public long modes() {
    return modes;
  }

  @Override
  public long value() {
    return value;
  }

  @Override
  public long measure() {
    return measure;
  }

  @Override
  public void close() throws IOException {
    for (CellCursor run : all) {
      run.close();
    }
  }
}
