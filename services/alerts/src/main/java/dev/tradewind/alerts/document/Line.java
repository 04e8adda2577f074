package dev.tradewind.alerts.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of text.
 *
 * @param spans its pieces, in order
 */
public record Line(List<Span> spans) {
  /** Copies. */
  public Line {
    spans = List.copyOf(spans);
  }

  /** Nothing yet. */
  public static Line empty() {
    return new Line(List.of());
  }

  /** Words of ours. */
  public static Line of(String text) {
    return empty().text(text);
  }

  /** The same, and words of ours. */
  public Line text(String text) {
    return text.isEmpty() ? this : and(new Span(text, false, false, null));
  }

  /** The same, and words of ours that stand out. */
  public Line strong(String text) {
    return and(new Span(text, false, true, null));
  }

  /** The same, and text from data. */
  public Line data(String text) {
    return text.isEmpty() ? this : and(new Span(text, true, false, null));
  }

  /** The same, and text from data that stands out. */
  public Line strongData(String text) {
    return and(new Span(text, true, true, null));
  }

  /** The same, and a link into the gateway. */
  public Line link(String path, String text) {
    return and(new Span(text, false, false, path));
  }

  /** The same, and another line. */
  public Line line(Line other) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(other.spans);
    return new Line(all);
  }

  /** Lines in a row, with that between them; empty ones are left out. */
  public static Line join(String between, List<Line> lines) {
    Line joined = empty();
    for (Line line : lines) {
      if (!line.isEmpty()) {
        joined = joined.isEmpty() ? line : joined.text(between).line(line);
      }
    }
    return joined;
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The bare text, of data as they are. */
  public String plain() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  private Line and(Span span) {
    List<Span> all = new ArrayList<>(spans);
    all.add(span);
    return new Line(all);
  }
}
