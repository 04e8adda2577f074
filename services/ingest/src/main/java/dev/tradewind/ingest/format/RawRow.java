package dev.tradewind.ingest.format;

/** A row's cells as text. Valid only while it is handed over: readers use one object for all. */
public interface RawRow {
  /** Physical line on which the record starts, from 1. */
  long line();

  /** The cell without surrounding white space; empty where the file has no such column. */
  CellText get(Dimension dimension);
}
