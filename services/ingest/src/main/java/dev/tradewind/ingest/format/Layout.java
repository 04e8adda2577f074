package dev.tradewind.ingest.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table are called, whatever the table is written in.
 *
 * <p>Headers come {@link #key normalised}.
 */
interface Layout {
  /** Whether a table with these headers is of this layout. */
  boolean knows(List<String> headers);

  /** The dimension that the header stands for, or null. */
  @Nullable Dimension dimension(String header);

  /** Whether the header is known, and not needed. */
  boolean ignored(String header);

  /** Whether the header is one that only files of imports have. */
  default boolean tellsImports(String header) {
    return false;
  }

  /** The currency that a value's header names, or null. */
  default @Nullable String currency(String header) {
    return null;
  }

  /** What such files are in where neither they nor the sender say it, or null. */
  default @Nullable String usualCurrency() {
    return null;
  }

  /** Where the source cuts what it gives, in rows. */
  default Set<Long> rowLimits() {
    return Set.of();
  }

  /** What a table cannot do without: each entry's dimensions, of which one is enough, by name. */
  Map<String, List<Dimension>> needed();

  /** A header by which two spellings of it are told to be the same. */
  static String key(String header) {
    return PlainText.of(header).toLowerCase(java.util.Locale.ROOT);
  }
}
