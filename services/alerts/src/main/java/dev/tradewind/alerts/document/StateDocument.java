package dev.tradewind.alerts.document;

import dev.tradewind.alerts.background.Background;
import dev.tradewind.alerts.document.Document.Entry;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.wording.Words;
import dev.tradewind.contracts.code.Region;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group as it is: everything, worst first. */
final class StateDocument {
  /** Why all of it is said. */
  enum Remark {
    /** It is the first time. */
    NONE,
    /** Somebody is to be reminded. */
    REMINDER,
    /** It stands where an earlier version stood. */
    EDITED,
    /** It should have, but could not. */
    ANEW
  }

  /** What incidents under one heading have in common. */
  private record Heading(Severity severity, String rule, BigDecimal threshold) {}

  private final Telling telling;
  private final Words words;
  private final Phrases phrases;
  private final int acknowledged;

  StateDocument(Telling telling, Words words) {
    this(telling, words, 0);
  }

  /**
   * Without what somebody took on.
   *
   * @param acknowledged how many alerts these are
   */
  StateDocument(Telling telling, Words words, int acknowledged) {
    this.telling = telling;
    this.words = words;
    this.phrases = new Phrases(telling, words);
    this.acknowledged = acknowledged;
  }

  Document build(Remark remark) {
    String title = title();
    Line heading = Line.of(remark == Remark.REMINDER ? words.reminder(title) : title);
    Document.Builder document = new Document.Builder().fine(phrases.about());
    Figures nation = telling.nation();
    if (nation != null) {
      document.paragraph(
          phrases
              .level(Region.NATION, nation)
              .text(" · ")
              .text(words.exposure(words.part(nation.exposure()), phrases.partner())));
    }
    incidents(document);
    if (telling.silent() || (telling.firing().isEmpty() && telling.recovered().isEmpty())) {
      document.paragraph(Line.of(words.standing(0, 0)));
    }
    return document
        .entries(Line.empty().strong(words.eventsHeading()), events())
        .fine(remark(remark))
        .fine(Line.of(words.legend(phrases.partner())))
        .fine(phrases.end())
        .build(heading, brief(heading));
  }

  private void incidents(Document.Builder document) {
    Map<Heading, List<Member>> byHeading = new LinkedHashMap<>();
    telling
        .firing()
        .forEach(
            member ->
                byHeading
                    .computeIfAbsent(
                        new Heading(member.severity(), member.rule(), member.threshold()),
                        heading -> new ArrayList<>())
                    .add(member));
    boolean several = byHeading.keySet().stream().map(Heading::rule).distinct().count() > 1;
    byHeading.forEach(
        (heading, members) ->
            document.entries(
                heading(members.get(0), several), members.stream().map(phrases::entry).toList()));
    document.entries(
        Line.of("🟢 ").strong(words.recoveredHeading()),
        telling.recovered().stream().map(phrases::entry).toList());
  }

  private Line heading(Member member, boolean several) {
    Line heading =
        Line.of(member.severity() == Severity.CRITICAL ? "🔴 " : "🟠 ")
            .strong(words.severity(member.severity()))
            .text(words.colon())
            .text(phrases.threshold(member));
    return several ? heading.data(words.bracketed(member.ruleName())) : heading;
  }

  private List<Entry> events() {
    Background background = telling.background();
    return background == null
        ? List.of()
        : background.events().stream()
            .map(
                event ->
                    new Entry(
                        Line.of(words.date(event.date()) + words.colon())
                            .data(words.title(event.titleEn(), event.titleZh())),
                        List.of()))
            .toList();
  }

  private Line remark(Remark remark) {
    return switch (remark) {
      case NONE -> Line.empty();
      case REMINDER -> acknowledged == 0 ? Line.empty() : Line.of(words.acknowledged(acknowledged));
      case EDITED -> Line.of(words.edited());
      case ANEW -> Line.of(words.anew());
    };
  }

  private String title() {
    List<Member> firing = telling.firing();
    String exports = phrases.exports();
    String months = phrases.months();
    if (!firing.isEmpty()) {
      String where = phrases.where(firing);
      return firing.stream().allMatch(StateDocument::isFall)
          ? words.fell(exports, where, months)
          : words.alert(exports, where, months);
    }
    return telling.recovered().isEmpty()
        ? words.nothingStands(exports, months)
        : words.recovered(exports, phrases.where(telling.recovered()), months);
  }

  private static boolean isFall(Member member) {
    return member.indicator().equals(Indicator.YOY.id())
        && member.comparison().equals(Comparison.AT_OR_BELOW.id())
        && member.threshold().signum() < 0;
  }

  private Line brief(Line title) {
    List<Member> members = telling.firing().isEmpty() ? telling.recovered() : telling.firing();
    Line brief = Line.empty();
    if (!phrases.label().isEmpty()) {
      brief = brief.data(phrases.label()).text(words.colon());
    }
    brief = brief.line(title);
    if (members.isEmpty()) {
      return brief;
    }
    return brief
        .text(words.colon())
        .line(
            Line.join(
                words.comma(),
                members.stream()
                    .map(
                        member ->
                            Line.of(words.region(member.region()) + " " + phrases.observed(member)))
                    .toList()));
  }
}
