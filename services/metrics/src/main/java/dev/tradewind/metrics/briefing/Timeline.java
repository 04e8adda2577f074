package dev.tradewind.metrics.briefing;

import dev.tradewind.metrics.event.PolicyEvent;
import java.time.LocalDate;
import java.util.List;

/** What happened in the window. */
final class Timeline {
  private Timeline() {}

  static List<Sentence> sentences(Pen pen, BriefingData data) {
    return data.events().stream().map(event -> sentence(pen, event)).toList();
  }

  private static Sentence sentence(Pen pen, PolicyEvent event) {
    Wording words = pen.wording();
    LocalDate last = event.endDate();
    Proof proof =
        Proof.events("events", pen.scope()).with("from", event.date()).with("to", event.date());
    String title = words.language().equals("zh") ? event.titleZh() : event.titleEn();
    String day = words.day(event.date());
    return last == null
        ? pen.say("timeline.event", proof, List.of(), "day", day, "title", title)
        : pen.say(
            "timeline.lasting",
            proof,
            List.of(),
            "day",
            day,
            "lastDay",
            words.day(last),
            "title",
            title);
  }
}
