package dev.tradewind.platform.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next the cursor of the part that follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** A list's only part. */
  public static <T> Page<T> of(List<T> items) {
    return new Page<>(List.copyOf(items), null);
  }
}
