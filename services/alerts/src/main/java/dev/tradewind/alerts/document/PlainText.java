package dev.tradewind.alerts.document;

import dev.tradewind.alerts.document.Document.Entries;
import dev.tradewind.alerts.document.Document.Entry;
import dev.tradewind.alerts.document.Document.Fine;
import dev.tradewind.alerts.document.Document.Paragraph;

/** Documents as plain text. */
public final class PlainText {
  private PlainText() {}

  /** The whole document without its title; links with their addresses. */
  public static String of(Document document, Links links) {
    StringBuilder text = new StringBuilder();
    for (Document.Part part : document.parts()) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      if (part instanceof Paragraph paragraph) {
        text.append(line(paragraph.line(), links)).append('\n');
      } else if (part instanceof Fine fine) {
        text.append(line(fine.line(), links)).append('\n');
      } else if (part instanceof Entries entries) {
        text.append(line(entries.heading(), links)).append('\n');
        entries.entries().forEach(entry -> append(text, entry, links));
      }
    }
    return text.toString();
  }

  /** A line; data cannot begin another one. */
  public static String line(Line line, Links links) {
    StringBuilder text = new StringBuilder();
    for (Span span : line.spans()) {
      text.append(visible(span.text()));
      if (span.path() != null) {
        text.append(": ").append(links.to(span.path()));
      }
    }
    return text.toString();
  }

  /** A line without addresses, such as a subject. */
  public static String bare(Line line) {
    return visible(line.plain());
  }

  private static void append(StringBuilder text, Entry entry, Links links) {
    text.append("- ").append(line(entry.first(), links)).append('\n');
    entry.more().forEach(more -> text.append("    ").append(line(more, links)).append('\n'));
  }

  private static String visible(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
  }
}
