package dev.tradewind.alerts.document;

import dev.tradewind.alerts.document.Document.Entry;
import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.notification.Change;
import dev.tradewind.alerts.notification.Difference;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Exactly what changed since a group was told. */
final class ChangesDocument {
  private final Telling told;
  private final Telling now;
  private final Difference difference;
  private final Words words;
  private final Phrases phrases;

  ChangesDocument(Telling told, Telling now, Difference difference, Words words) {
    this.told = told;
    this.now = now;
    this.difference = difference;
    this.words = words;
    this.phrases = new Phrases(now, words);
  }

  Document build() {
    Line title = Line.of(words.correction(phrases.exports(), phrases.months()));
    List<Entry> entries = new ArrayList<>();
    if (difference.relabelled()) {
      entries.add(
          new Entry(
              Line.empty().data(words.relabelled(kind(told), kind(now)) + words.stop()),
              List.of()));
    }
    difference.changes().forEach(change -> entries.add(entry(change)));
    List<Member> firing = now.firing();
    long critical =
        firing.stream().filter(member -> member.severity() == Severity.CRITICAL).count();
    return new Document.Builder()
        .fine(phrases.about())
        .entries(Line.empty().strong(words.changedHeading()), entries)
        .paragraph(Line.of(words.standing(firing.size(), critical)))
        .fine(phrases.end())
        .build(title, brief(title));
  }

  private Entry entry(Change change) {
    Line start = Line.empty().strong(words.kind(kind(change))).text(" ");
    return switch (change.kind()) {
      case NEW, RECOVERED -> {
        Entry whole = phrases.entry(change.now());
        yield new Entry(
            start.line(whole.first()).text(severity(change.now())), whole.more());
      }
      case WITHDRAWN ->
          new Entry(
              start
                  .line(phrases.name(change.now().region()))
                  .text(" ")
                  .text(observed(change.was()))
                  .text(words.takenBack()),
              List.of());
      case WORSENED, CORRECTED, EASED, CLEARED ->
          new Entry(
              start.line(phrases.name(change.now().region())).text(" ").line(wasNow(change)),
              List.of());
    };
  }

  private Line wasNow(Change change) {
    Member was = change.was();
    if (was == null) {
      return phrases.headline(change.now());
    }
    Member member = change.now();
    return Line.of(words.was(observed(was)))
        .text(was.severity() == member.severity() ? "" : severity(was))
        .text(words.comma() + words.now())
        .strong(observed(member))
        .text(severity(member))
        .text(words.colon())
        .text(amounts(was.figures(), member.figures()));
  }

  private String amounts(Figures was, Figures figures) {
    String currency = phrases.currency();
    return words.amounts(
        amount(
            was.value() == null ? null : words.money(was.value(), currency),
            words.money(figures.value(), currency)),
        amount(
            was.baseValue() == null ? null : words.money(was.baseValue(), currency),
            words.money(figures.baseValue(), currency)));
  }

  private String amount(@Nullable String was, String amount) {
    return was == null || was.equals(amount)
        ? amount
        : amount + words.bracketed(words.was(was));
  }

  private String observed(@Nullable Member member) {
    return member == null ? words.change(null) : phrases.observed(member);
  }

  private String severity(Member member) {
    return member.finding() == Finding.FIRING
        ? words.bracketed(words.severity(member.severity()).toLowerCase(Locale.ENGLISH))
        : "";
  }

  private String kind(Telling telling) {
    String label = words.data(telling.labels());
    return label.isEmpty() ? words.official() : label.toLowerCase(Locale.ROOT);
  }

  private Line brief(Line title) {
    Line brief = Line.empty();
    if (!phrases.label().isEmpty()) {
      brief = brief.data(phrases.label()).text(words.colon());
    }
    brief = brief.line(title);
    List<Line> changes = difference.changes().stream().map(this::brief).toList();
    return changes.isEmpty()
        ? brief
        : brief.text(words.colon()).line(Line.join(words.comma(), changes));
  }

  private Line brief(Change change) {
    return Line.of(
        words.region(change.now().region())
            + " "
            + words.brief(kind(change), observed(change.was()), observed(change.now())));
  }

  private static Words.Kind kind(Change change) {
    return Words.Kind.valueOf(change.kind().name());
  }
}
