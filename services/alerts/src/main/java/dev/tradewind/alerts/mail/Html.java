package dev.tradewind.alerts.mail;

import dev.tradewind.alerts.document.Document;
import dev.tradewind.alerts.document.Document.Entries;
import dev.tradewind.alerts.document.Document.Fine;
import dev.tradewind.alerts.document.Document.Paragraph;
import dev.tradewind.alerts.document.Line;
import dev.tradewind.alerts.document.Links;
import dev.tradewind.alerts.document.Span;
import dev.tradewind.alerts.wording.Language;

/** Documents as HTML that mail programs show alike: no style sheet, no picture, no script. */
record Html(Links links) {
  String of(Document document, Language language) {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(language.id())
        .append(
            "\"><head><meta charset=\"utf-8\"></head>\n<body style=\"font-family:sans-serif;color:#222;max-width:44em\">\n")
        .append("<h2 style=\"font-size:1.2em\">")
        .append(line(document.title()))
        .append("</h2>\n");
    for (Document.Part part : document.parts()) {
      append(html, part);
    }
    return html.append("</body></html>\n").toString();
  }

  private void append(StringBuilder html, Document.Part part) {
    if (part instanceof Paragraph paragraph) {
      html.append("<p>").append(line(paragraph.line())).append("</p>\n");
    } else if (part instanceof Fine fine) {
      html.append("<p style=\"color:#666;font-size:.85em\">")
          .append(line(fine.line()))
          .append("</p>\n");
    } else if (part instanceof Entries entries) {
      html.append("<p>").append(line(entries.heading())).append("</p>\n<ul>\n");
      for (Document.Entry entry : entries.entries()) {
        html.append("<li>").append(line(entry.first()));
        entry
            .more()
            .forEach(
                more ->
                    html.append("<br><span style=\"color:#555\">")
                        .append(line(more))
                        .append("</span>"));
        html.append("</li>\n");
      }
      html.append("</ul>\n");
    }
  }

  private String line(Line line) {
    StringBuilder html = new StringBuilder();
    for (Span span : line.spans()) {
      String safe = escaped(span.text());
      if (span.path() != null) {
        html.append("<a href=\"")
            .append(escaped(links.to(span.path())))
            .append("\">")
            .append(safe)
            .append("</a>");
      } else if (span.strong()) {
        html.append("<b>").append(safe).append("</b>");
      } else {
        html.append(safe);
      }
    }
    return html.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
  }
}
