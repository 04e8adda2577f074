package dev.tradewind.ingest.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its columns, before its rows.
 *
 * @param columns the header of each dimension that the file has, as written
 * @param currency ISO 4217, as the file states it
 */
public record Header(Map<Dimension, String> columns, String currency) {

  /** Whether the file has that dimension. */
  public boolean has(Dimension dimension) {
    return columns.containsKey(dimension);
  }

  /** The header of that dimension, as written, for reports. */
  public @Nullable String name(Dimension dimension) {
    return columns.get(dimension);
  }
}
