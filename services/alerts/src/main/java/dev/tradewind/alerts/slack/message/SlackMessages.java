package dev.tradewind.alerts.slack.message;

import dev.tradewind.alerts.document.Document;
import dev.tradewind.alerts.document.Document.Entries;
import dev.tradewind.alerts.document.Document.Fine;
import dev.tradewind.alerts.document.Document.Paragraph;
import dev.tradewind.alerts.document.Documents;
import dev.tradewind.alerts.document.Line;
import dev.tradewind.alerts.document.Links;
import dev.tradewind.alerts.document.Span;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.wording.Language;
import java.net.URI;
import java.util.List;

/** Documents as Slack messages. */
public final class SlackMessages {
  private final Links links;

  /** With links to that address of the gateway. */
  public SlackMessages(URI publicUrl) {
    this.links = new Links(publicUrl);
  }

  /** The message for a letter that has something to say. */
  public SlackMessage write(Letter letter, Language language) {
    return write(Documents.of(letter, language));
  }

  /** A document as a message. */
  public SlackMessage write(Document document) {
    Blocks blocks = new Blocks().header(plain(document.title()));
    for (Document.Part part : document.parts()) {
      if (part instanceof Paragraph paragraph) {
        blocks.section(mrkdwn(paragraph.line()));
      } else if (part instanceof Fine fine) {
        blocks.context(mrkdwn(fine.line()));
      } else if (part instanceof Entries entries) {
        blocks.list(mrkdwn(entries.heading()), entries.entries().stream().map(this::entry).toList());
      }
    }
    return blocks.message(mrkdwn(document.brief()));
  }

  private String entry(Document.Entry entry) {
    StringBuilder text = new StringBuilder("• ").append(mrkdwn(entry.first()));
    List<Line> more = entry.more();
    more.forEach(line -> text.append("\n      ").append(mrkdwn(line)));
    return text.toString();
  }

  private static String plain(Line line) {
    StringBuilder text = new StringBuilder();
    for (Span span : line.spans()) {
      text.append(span.data() ? SlackText.plain(span.text()) : span.text());
    }
    return text.toString();
  }

  private String mrkdwn(Line line) {
    StringBuilder text = new StringBuilder();
    for (Span span : line.spans()) {
      String safe =
          span.data() ? SlackText.mrkdwn(span.text()) : SlackText.escaped(span.text());
      if (span.path() != null) {
        text.append('<').append(address(span.path())).append('|').append(safe).append('>');
      } else if (span.strong() && !safe.isEmpty()) {
        text.append('*').append(safe).append('*');
      } else {
        text.append(safe);
      }
    }
    return text.toString();
  }

  private String address(String path) {
    return links
        .to(path)
        .replace("&", "&amp;")
        .replace("<", "%3C")
        .replace(">", "%3E")
        .replace("|", "%7C");
  }
}
