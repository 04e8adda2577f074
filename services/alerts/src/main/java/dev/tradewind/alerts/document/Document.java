package dev.tradewind.alerts.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A message before any format.
 *
 * @param title what it is about, in one line
 * @param brief title and news in one line: what a notification on a telephone shows
 * @param parts its content, in order
 */
public record Document(Line title, Line brief, List<Part> parts) {
  /** Copies. */
  public Document {
    parts = List.copyOf(parts);
  }

  /** A part of the content. */
  public sealed interface Part {}

  /** A paragraph. */
  public record Paragraph(Line line) implements Part {}

  /** Small print. */
  public record Fine(Line line) implements Part {}

  /** A heading with entries under it. */
  public record Entries(Line heading, List<Entry> entries) implements Part {
    /** Copies. */
    public Entries {
      entries = List.copyOf(entries);
    }
  }

  /**
   * An entry of a list.
   *
   * @param first line
   * @param more lines, set in
   */
  public record Entry(Line first, List<Line> more) {
    /** Copies. */
    public Entry {
      more = List.copyOf(more);
    }
  }

  /** Collects parts; what says nothing is left out. */
  static final class Builder {
    private final List<Part> parts = new ArrayList<>();

    Builder paragraph(Line line) {
      if (!line.isEmpty()) {
        parts.add(new Paragraph(line));
      }
      return this;
    }

    Builder fine(Line line) {
      if (!line.isEmpty()) {
        parts.add(new Fine(line));
      }
      return this;
    }

    Builder entries(Line heading, List<Entry> entries) {
      if (!entries.isEmpty()) {
        parts.add(new Entries(heading, entries));
      }
      return this;
    }

    Document build(Line title, Line brief) {
      return new Document(title, brief, parts);
    }
  }
}
