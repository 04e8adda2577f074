package dev.tradewind.ingest.sort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sums any number of cells by key and gives them back in order. Keeps so many keys in memory; when
 * they are full, they go to a sorted run on disk, and the runs are merged on reading.
 */
public final class CellSorter implements AutoCloseable {
  private final int keysInMemory;
  private final Path folder;
  private final Units units = new Units();
  private final CellTable table = new CellTable();
  private final List<RunFile> runs = new ArrayList<>();
  private final Set<Long> discarded = new HashSet<>();

  /**
   * A sorter that has seen nothing.
   *
   * @param keysInMemory how many cells may stay in memory, at most 110 bytes each
   * @param folder where runs go
   */
  public CellSorter(int keysInMemory, Path folder) {
    this.keysInMemory = keysInMemory;
    this.folder = folder;
  }

  /**
   * Adds to a cell.
   *
   * @param key see {@link CellKey}
   * @param modes a bit for each trade mode, or 0
   * @param value in minor units
   * @param measure the quantity, see {@link Measure}
   * @return whether the cell is known to have been there; after a spill it may have been unknown
   * @throws ArithmeticException if the sum leaves the range of numbers
   */
  public boolean add(long key, long modes, long value, long measure) throws IOException {
    if (table.size() >= keysInMemory) {
      spill();
    }
    return table.add(key, modes, value, measure);
  }

  /** The number of a unit, for {@link Measure}; 0 if there are too many units to be true. */
  public int unit(String name) {
    return units.number(name);
  }

  /** Leaves a cell out, whatever was or will be added to it in any file. */
  public void discard(long key) {
    discarded.add(CellKey.cell(key));
  }

  /** All cells in order; may be walked more than once, one walk at a time. */
  public Cells cells() throws IOException {
    List<CellCursor> cursors = new ArrayList<>();
    for (RunFile run : runs) {
      cursors.add(run.read());
    }
    cursors.add(table.sorted());
    return new Cells(MergeCursor.open(cursors), discarded, units);
  }

  /** How many runs went to disk. */
  public int spilledRuns() {
    return runs.size();
  }

  private void spill() throws IOException {
    try (CellCursor sorted = table.sorted()) {
      runs.add(RunFile.write(folder, sorted));
    }
    table.clear();
  }

  @Override
  public void close() throws IOException {
    for (RunFile run : runs) {
      run.close();
    }
  }
}
