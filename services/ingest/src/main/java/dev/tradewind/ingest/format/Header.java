package dev.tradewind.ingest.format;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its columns, before its rows.
 *
 * @param columns the header of each dimension that the file has, as written
 * @param currency ISO 4217, where the header tells it for all rows
 * @param usualCurrency what files of this kind are in where neither they nor the sender say it
 * @param rowLimits where the source cuts what it gives, in rows
 * @param semicolons whether semicolons part the fields, as where commas are decimal points
 */
public record Header(
    Map<Dimension, String> columns,
    @Nullable String currency,
    @Nullable String usualCurrency,
    Set<Long> rowLimits,
    boolean semicolons) {

  /** Whether the file has that dimension. */
  public boolean has(Dimension dimension) {
    return columns.containsKey(dimension);
  }

  /** The header of that dimension, as written, for reports. */
  public @Nullable String name(Dimension dimension) {
    return columns.get(dimension);
  }
}
