package dev.tradewind.ingest.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the cells from the CSV library: all of the header line, then only those of columns that
 * mean something. A row of the expected shape overwrites every cell of the row before.
 */
final class TableRecords extends AbstractBaseCsvCallbackHandler<TableRecords> {
  private final RowBuffer row = new RowBuffer();
  private List<String> header = new ArrayList<>();
  private @Nullable CellText @Nullable [] cells;
  private int fields;
  private int lastFilled;
  private boolean lastQuoted;

  /** The cells of the header line. */
  List<String> header() {
    return header;
  }

  /** From now on, rows with these columns. */
  void columns(List<@Nullable Dimension> columns) {
    CellText[] targets = new CellText[columns.size()];
    for (int i = 0; i < targets.length; i++) {
      Dimension dimension = columns.get(i);
      targets[i] = dimension == null ? null : row.get(dimension);
    }
    cells = targets;
    header = List.of();
  }

  /** The record as a row. */
  RawRow row() {
    return row;
  }

  long line() {
    return Math.max(row.line(), 1);
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
  protected void handleBegin(long startingLineNumber) {
    row.line(startingLineNumber);
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
    @Nullable CellText[] targets = cells;
    if (targets == null) {
      CellText text = new CellText();
      text.set(buffer, offset, length);
      header.add(text.toString());
    } else if (index < targets.length) {
      CellText target = targets[index];
      if (target != null) {
        target.set(buffer, offset, length);
      }
    }
  }

  @Override
  protected TableRecords buildRecord() {
    return this;
  }
}
