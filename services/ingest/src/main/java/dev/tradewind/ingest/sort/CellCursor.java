package dev.tradewind.ingest.sort;

import java.io.IOException;

/** Walks over cells in the order of their keys, each key once. */
interface CellCursor extends AutoCloseable {
  /** Goes to the next cell, if there is one. */
  boolean next() throws IOException;

  /** The cell and its file, see {@link CellKey}. */
  long key();

  /** One bit for each trade mode that the value sums over; 0 if the file does not tell them. */
  long modes();

  /** The sum, in minor units. */
  long value();

  /** The quantity, see {@link Measure}. */
  long measure();

  @Override
  void close() throws IOException;
}
