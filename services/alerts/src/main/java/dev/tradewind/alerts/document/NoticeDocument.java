package dev.tradewind.alerts.document;

import dev.tradewind.alerts.document.Document.Entry;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.notification.Group;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.wording.Words;
import dev.tradewind.contracts.period.Window;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A notice. */
final class NoticeDocument {
  private static final Series NO_SERIES = new Series("WLD", "all", Window.MONTH, "USD");

  private final Notice notice;
  private final Words words;
  private final Phrases phrases;

  NoticeDocument(Notice notice, Words words) {
    this.notice = notice;
    this.words = words;
    this.phrases = new Phrases(telling(notice), words);
  }

  Document build() {
    Line title = Line.of(title());
    Document.Builder document = new Document.Builder().fine(about());
    if (notice.kind() == Notice.Kind.ALL_CLEAR) {
      document.paragraph(Line.of(words.allClearText()));
    } else if (notice.kind() == Notice.Kind.TEST) {
      document.paragraph(Line.of(words.testText(notice.name())));
    }
    notice.items().forEach(item -> add(document, item));
    return document.fine(end()).build(title, brief(title));
  }

  private String title() {
    return switch (notice.kind()) {
      case ALL_CLEAR -> words.allClear(exports(), months());
      case OVERDUE ->
          words.overdue(notice.period() == null ? exports() : words.month(notice.period()));
      case DIGEST ->
          words.digest(notice.name().isBlank() ? exports() : harmless(notice.name()), months());
      case TEST -> words.test();
    };
  }

  private Line brief(Line title) {
    String label = words.data(notice.labels());
    return label.isEmpty() ? title : Line.empty().data(label).text(words.colon()).line(title);
  }

  private Line about() {
    Series series = notice.series();
    if (series != null && notice.period() != null) {
      return phrases.about();
    }
    List<Line> parts = new ArrayList<>();
    String label = words.data(notice.labels());
    if (!label.isEmpty()) {
      parts.add(Line.of("⚠ ").strongData(words.notOfficial(label)));
    }
    if (notice.partial() != null) {
      parts.add(Line.empty().data(words.coverage(notice.partial())));
    }
    return Line.join(" · ", parts);
  }

  private void add(Document.Builder document, Notice.Item item) {
    if (item instanceof Notice.Level level) {
      document.paragraph(line(level));
    } else if (item instanceof Notice.Ranking ranking) {
      document.entries(
          Line.empty()
              .strong(
                  switch (ranking.order()) {
                    case FELL -> words.fellMost();
                    case ROSE -> words.roseMost();
                    case EXPOSED -> words.mostExposed();
                  }),
          ranking.regions().stream().map(level -> new Entry(line(level), List.of())).toList());
    } else if (item instanceof Notice.Open open) {
      Line heading =
          Line.empty()
              .strong(words.openHeading())
              .text(words.colon() + words.open(open.critical(), open.warning()));
      if (open.worst().isEmpty()) {
        document.paragraph(heading);
      } else {
        document.entries(heading, open.worst().stream().map(this::entry).toList());
      }
    } else if (item instanceof Notice.Overdue overdue) {
      document.paragraph(
          Line.empty()
              .strong(words.month(overdue.month()))
              .text(words.overdueText(words.date(overdue.due()))));
    }
  }

  private Line line(Notice.Level level) {
    return phrases
        .level(level.region(), level.figures())
        .text(" · ")
        .text(words.exposure(words.part(level.figures().exposure()), phrases.partner()));
  }

  private Entry entry(Member member) {
    return new Entry(
        phrases
            .name(member.region())
            .text(" ")
            .text(phrases.observed(member))
            .text(words.bracketed(words.severity(member.severity()).toLowerCase(Locale.ENGLISH))),
        List.of());
  }

  private Line end() {
    Line owners = Phrases.owners(notice.owners(), words);
    return Line.join(
        " · ",
        List.of(
            owners,
            Line.empty().link("/", words.dashboard()),
            Line.empty().link(Phrases.ALERTS, words.alerts())));
  }

  private String exports() {
    Series series = notice.series();
    return series == null ? words.allExports() : words.exports(series.partner(), series.sector());
  }

  private String months() {
    Series series = notice.series();
    YearMonth period = notice.period();
    if (period == null) {
      return "";
    }
    return series == null ? words.month(period) : words.months(series.window(), period);
  }

  /** A title has no pieces, so a name that somebody chose is made plain here. */
  private static String harmless(String name) {
    return name.replaceAll("[^\\p{L}\\p{N} .,()-]", " ").strip();
  }

  private static Telling telling(Notice notice) {
    @Nullable YearMonth period = notice.period();
    return new Telling(
        new Group(
            notice.series() == null ? NO_SERIES : notice.series(),
            period == null ? YearMonth.of(1, 1) : period),
        null,
        notice.partial(),
        notice.labels(),
        List.of());
  }
}
