package dev.tradewind.ingest.format;

/** The row that is being read. */
final class RowBuffer implements RawRow {
  private final CellText[] cells = new CellText[Dimension.values().length];
  private long line;

  RowBuffer() {
    for (int i = 0; i < cells.length; i++) {
      cells[i] = new CellText();
    }
  }

  /** Begins a row that overwrites the cells of the one before. */
  void line(long number) {
    line = number;
  }

  /** Begins a row none of whose cells is known yet. */
  void clear(long number) {
    line = number;
    for (CellText cell : cells) {
      cell.clear();
    }
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // For every cell of every row; the order itself means nothing.
  public CellText get(Dimension dimension) {
    return cells[dimension.ordinal()];
  }
}
