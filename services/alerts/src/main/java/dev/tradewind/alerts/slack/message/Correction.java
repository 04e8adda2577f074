package dev.tradewind.alerts.slack.message;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.notification.Change;
import dev.tradewind.alerts.notification.Difference;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.wording.Names;
import dev.tradewind.alerts.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed since a group was told: a webhook cannot edit, so it says so in a new message. */
final class Correction {
  private final Telling told;
  private final Telling now;
  private final Difference difference;
  private final String currency;

  Correction(Telling told, Telling now, Difference difference) {
    this.told = told;
    this.now = now;
    this.difference = difference;
    this.currency = SlackText.mrkdwn(now.group().series().currency());
  }

  SlackMessage build(Links links) {
    String title = "Correction: " + Phrases.exports(now) + " — " + Phrases.months(now);
    List<String> lines = new ArrayList<>();
    if (difference.relabelled()) {
      lines.add("• *Data:* were " + kind(told) + ", now " + kind(now));
    }
    difference.changes().forEach(change -> lines.add(line(change)));
    return new Blocks()
        .header(title)
        .context(Phrases.about(now))
        .list("*Changed since the last message:*", lines)
        .section(summary())
        .context(links.line(now.group()))
        .message(fallback(title));
  }

  private String line(Change change) {
    String name = Phrases.name(change.now().region());
    return switch (change.kind()) {
      case NEW -> "• *New:* " + name + " " + full(change.now());
      case WORSENED -> "• *Worsened:* " + name + " " + wasNow(change);
      case CORRECTED -> "• *Corrected:* " + name + " " + wasNow(change);
      case EASED -> "• *Eased:* " + name + " " + wasNow(change);
      case CLEARED -> "• *No longer an alert:* " + name + " " + wasNow(change);
      case RECOVERED -> "• *Recovered:* " + name + " " + full(change.now());
      case WITHDRAWN ->
          "• *Withdrawn:* "
              + name
              + " "
              + change(change.was())
              + " no longer stands, the data were taken back";
    };
  }

  private String full(Member member) {
    return Phrases.level(member.figures(), currency)
        + severity(member)
        + "\n      "
        + Phrases.weight(member.figures());
  }

  private String wasNow(Change change) {
    Member was = change.was();
    if (was == null) {
      return full(change.now());
    }
    return "was "
        + change(was)
        + (was.severity() == change.now().severity() ? "" : severity(was))
        + ", now *"
        + change(change.now())
        + "*"
        + severity(change.now())
        + ": "
        + amounts(was.figures(), change.now().figures());
  }

  private String amounts(Figures was, Figures now) {
    return amount(
            was.value() == null ? null : Numbers.money(was.value(), currency),
            Numbers.money(now.value(), currency))
        + ", a year earlier "
        + amount(
            was.baseValue() == null ? null : Numbers.money(was.baseValue(), currency),
            Numbers.money(now.baseValue(), currency));
  }

  private static String amount(@Nullable String was, String now) {
    return was == null || was.equals(now) ? now : now + " (was " + was + ")";
  }

  private static String change(@Nullable Member member) {
    return member == null ? Numbers.UNDEFINED : Numbers.change(member.figures().yoy());
  }

  private static String severity(Member member) {
    return member.finding() == Finding.FIRING ? " (" + member.severity().id() + ")" : "";
  }

  private static String kind(Telling telling) {
    String label = Phrases.label(telling);
    return label.isEmpty() ? "official" : label.toLowerCase(Locale.ROOT);
  }

  private String summary() {
    List<Member> firing = now.firing();
    if (firing.isEmpty()) {
      return "No province is below the threshold now.";
    }
    long critical =
        firing.stream().filter(member -> member.severity() == Severity.CRITICAL).count();
    return "Alerts now: "
        + firing.size()
        + (critical > 0 ? ", " + critical + " critical" : "")
        + ".";
  }

  private String fallback(String title) {
    String label = Phrases.label(now);
    return (label.isEmpty() ? "" : label + ": ")
        + SlackText.escaped(title)
        + ": "
        + difference.changes().stream().map(this::brief).collect(Collectors.joining(", "));
  }

  private String brief(Change change) {
    String name = SlackText.mrkdwn(Names.region(change.now().region()));
    return switch (change.kind()) {
      case NEW -> name + " new " + change(change.now());
      case RECOVERED -> name + " recovered " + change(change.now());
      case WITHDRAWN -> name + " withdrawn";
      case WORSENED, CORRECTED, EASED, CLEARED ->
          name + " was " + change(change.was()) + ", now " + change(change.now());
    };
  }
}
