package dev.tradewind.ingest.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the cells from the CSV library: all of the header line, then only those of columns that
 * mean something. One object is all rows.
 */
final class GaccRecords extends AbstractBaseCsvCallbackHandler<GaccRecords> implements RawRow {
  private final CellTexts texts = new CellTexts();
  private final String[] cells = new String[Dimension.values().length];
  private List<String> header = new ArrayList<>();
  private @Nullable Dimension @Nullable [] dimensions;
  private long line = 1;
  private int fields;
  private int lastFilled;
  private boolean lastQuoted;

  GaccRecords() {
    Arrays.fill(cells, "");
  }

  /** The cells of the header line. */
  List<String> header() {
    return header;
  }

  /** From now on, rows with these columns. */
  void columns(@Nullable Dimension[] columns) {
    dimensions = columns;
    header = List.of();
  }

  /** How many fields the record has. */
  int fields() {
    return fields;
  }

  /** How many fields it has up to the last that is not empty. */
  int filledFields() {
    return lastFilled + 1;
  }

  /** Whether the last field that was not empty stood in quotes. */
  boolean lastQuoted() {
    return lastQuoted;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public String get(Dimension dimension) {
    return cells[dimension.ordinal()];
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    fields = 0;
    lastFilled = -1;
    lastQuoted = false;
    if (dimensions != null) {
      Arrays.fill(cells, "");
    }
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    fields = index + 1;
    if (length > 0) {
      lastFilled = index;
      lastQuoted = quoted;
    }
    if (dimensions == null) {
      header.add(texts.text(buffer, offset, length));
    } else if (index < dimensions.length) {
      Dimension dimension = dimensions[index];
      if (dimension != null) {
        cells[dimension.ordinal()] = texts.text(buffer, offset, length);
      }
    }
  }

  @Override
  protected GaccRecords buildRecord() {
    return this;
  }
}
