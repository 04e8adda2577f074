package dev.tradewind.ingest.line;

import dev.tradewind.platform.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes the rows that are looked for until a part of the list is full. */
final class FoundLines {
  /** Ends the reading: the part is full, and there is a row after it. */
  static final class FullException extends RuntimeException {
    private FullException() {
      super("the part is full", null, false, false);
    }
  }

  private final Place start;
  private final int limit;
  private final List<LineItem> items = new ArrayList<>();
  private int file;
  private long seen;
  private @Nullable Place next;

  FoundLines(Place start, int limit) {
    this.start = start;
    this.limit = limit;
  }

  /** Goes on with that file of the submission. */
  void file(int number) {
    file = number;
    seen = 0;
  }

  /**
   * A row that is looked for; it is only made if it belongs to the part.
   *
   * @throws FullException if it belongs to the next
   */
  void add(Supplier<LineItem> row) {
    if (!beforeStart()) {
      if (items.size() == limit) {
        next = new Place(file, seen);
        throw new FullException();
      }
      items.add(row.get());
    }
    seen++;
  }

  /** Whether the place where the part begins is still to come in this file. */
  boolean beforeStart() {
    return file == start.file() && seen < start.passed();
  }

  Page<LineItem> page() {
    return new Page<>(items, next == null ? null : next.cursor());
  }
}
