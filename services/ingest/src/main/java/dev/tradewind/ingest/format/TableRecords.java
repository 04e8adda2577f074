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
  /** A shorter field cannot hold the rest of one row and the start of the next. */
  private static final int SHORTEST_ROW = 24;

  private final RowBuffer row = new RowBuffer();
  private final char separator;
  private final int maxColumns;
  private List<String> header = new ArrayList<>();
  private @Nullable CellText @Nullable [] cells;
  private int fields;
  private int lastFilled;
  private boolean lastQuoted;
  private boolean lastEndsLine;
  private int enclosed;

  /**
   * Records, none of them read yet.
   *
   * @param separator between the fields of a line
   * @param maxColumns so many cells of a line are kept
   */
  TableRecords(char separator, int maxColumns) {
    this.separator = separator;
    this.maxColumns = maxColumns;
  }

  /** The cells of the line, until the columns are known. */
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

  /** Whether that field's last character is a line end. */
  boolean lastEndsLine() {
    return lastEndsLine;
  }

  /**
   * How many separators stand together with a line end inside the quotes of one field. As many as a
   * row has: the quotes hold what is left of one row and the start of another, since one is
   * missing.
   */
  int enclosedSeparators() {
    return enclosed;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    row.line(startingLineNumber);
    fields = 0;
    lastFilled = -1;
    lastQuoted = false;
    lastEndsLine = false;
    enclosed = 0;
    if (cells == null) {
      header = new ArrayList<>();
    }
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    fields = index + 1;
    if (filled(buffer, offset, length)) {
      lastFilled = index;
      lastQuoted = quoted;
      lastEndsLine = lineEnd(buffer[offset + length - 1]);
    }
    if (quoted && length >= SHORTEST_ROW) {
      enclosed = Math.max(enclosed, separatorsAmongLines(buffer, offset, length));
    }
    @Nullable CellText[] targets = cells;
    if (targets == null) {
      if (index >= maxColumns) {
        return;
      }
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

  /** The separators of a field that goes over several lines; 0 of one that does not. */
  private int separatorsAmongLines(char[] buffer, int offset, int length) {
    int separators = 0;
    boolean lines = false;
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == separator) {
        separators++;
      }
      lines |= lineEnd(buffer[i]);
    }
    return lines ? separators : 0;
  }

  private static boolean lineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean filled(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (!CellText.blank(buffer[i])) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected TableRecords buildRecord() {
    return this;
  }
}
