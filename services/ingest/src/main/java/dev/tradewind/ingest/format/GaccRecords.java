package dev.tradewind.ingest.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the cells from the CSV library: all of the header line, then only those of columns that
 * mean something. One object is all rows; a row of the expected shape overwrites every cell.
 */
final class GaccRecords extends AbstractBaseCsvCallbackHandler<GaccRecords> implements RawRow {
  private final CellTexts texts = new CellTexts();
  private final Map<Dimension, String> cells = new EnumMap<>(Dimension.class);
  private List<String> header = new ArrayList<>();
  private @Nullable Dimension @Nullable [] dimensions;
  private long line = 1;
  private int fields;
  private int lastFilled;
  private boolean lastQuoted;

  /** The cells of the header line. */
  List<String> header() {
    return header;
  }

  /** From now on, rows with these columns. */
  void columns(List<@Nullable Dimension> columns) {
    dimensions = columns.toArray(new Dimension[0]);
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
    return cells.getOrDefault(dimension, "");
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    fields = 0;
    lastFilled = -1;
    lastQuoted = false;
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
        cells.put(dimension, texts.text(buffer, offset, length));
      }
    }
  }

  @Override
  protected GaccRecords buildRecord() {
    return this;
  }
}
