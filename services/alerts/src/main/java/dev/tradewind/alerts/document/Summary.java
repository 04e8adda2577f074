package dev.tradewind.alerts.document;

import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.wording.Language;
import dev.tradewind.alerts.wording.Words;
import java.util.List;

/**
 * One incident by itself, for receivers that know of single alerts.
 *
 * @param headline name and figures
 * @param about what the figures are, and how much depends on them
 * @param path of the dashboard
 * @param mutePath of a silence that is filled in
 */
public record Summary(Line headline, Line about, String path, String mutePath) {
  /** Of one of a telling's incidents. */
  public static Summary of(Telling telling, Member member, Language language) {
    Words words = Words.of(language);
    Phrases phrases = new Phrases(telling, words);
    return new Summary(
        Line.of(phrases.exports() + words.comma()).line(phrases.headline(member)),
        Line.join(
            " · ", List.of(phrases.about(), phrases.weight(member.region(), member.figures()))),
        phrases.path(),
        phrases.mutePath());
  }
}
