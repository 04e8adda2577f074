package dev.tradewind.ingest.sort;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks over the cells of a submission in order, its files added up. */
public final class Cells implements AutoCloseable {
  private final CellCursor cursor;
  private final Set<Long> discarded;
  private final Units units;
  private boolean ahead;
  private boolean started;
  private long key;
  private long modes;
  private long value;
  private long measure;
  private int overlappingFile;

  Cells(CellCursor cursor, Set<Long> discarded, Units units) {
    this.cursor = cursor;
    this.discarded = discarded;
    this.units = units;
  }

  /** Goes to the next cell, if there is one. */
  public boolean next() throws IOException {
    boolean found = advance();
    while (found && !discarded.isEmpty() && discarded.contains(CellKey.cell(key))) {
      found = advance();
    }
    return found;
  }

  private boolean advance() throws IOException {
    if (!started) {
      started = true;
      ahead = cursor.next();
    }
    if (!ahead) {
      return false;
    }
    key = cursor.key();
    modes = cursor.modes();
    value = cursor.value();
    measure = cursor.measure();
    overlappingFile = -1;
    ahead = cursor.next();
    while (ahead && CellKey.cell(cursor.key()) == CellKey.cell(key)) {
      addOtherFile();
      ahead = cursor.next();
    }
    return true;
  }

  /** Only parts by different trade modes add up; without modes every file claims the whole. */
  private void addOtherFile() {
    boolean parts = modes != 0 && cursor.modes() != 0 && (modes & cursor.modes()) == 0;
    if (!parts && overlappingFile < 0) {
      overlappingFile = CellKey.file(cursor.key());
    }
    modes |= cursor.modes();
    value = Math.addExact(value, cursor.value());
    measure = Measure.sum(measure, cursor.measure());
  }

  /** The number of the file that repeats the cell of an earlier one; −1 if none does. */
  public int overlappingFile() {
    return overlappingFile;
  }

  /** The number of the first file that has the cell. */
  public int firstFile() {
    return CellKey.file(key);
  }

  /** The region's place in the code list. */
  public int region() {
    return CellKey.region(key);
  }

  /** Months since 1980. */
  public int month() {
    return CellKey.month(key);
  }

  /** The HS code, or {@code TOTAL}. */
  public String product() {
    return CellKey.product(key);
  }

  /** The partner's place in the code list. */
  public int partner() {
    return CellKey.partner(key);
  }

  /** The sum in minor units. */
  public long value() {
    return value;
  }

  /** The quantity in {@link #unit}; null where it is not known for every row of the cell. */
  public @Nullable Long quantity() {
    return measure == Measure.NONE ? null : Measure.quantity(measure);
  }

  /** The unit of the quantity; null exactly where there is no quantity. */
  public @Nullable String unit() {
    return measure == Measure.NONE ? null : units.name(Measure.unit(measure));
  }

  @Override
  public void close() throws IOException {
    cursor.close();
  }
}
