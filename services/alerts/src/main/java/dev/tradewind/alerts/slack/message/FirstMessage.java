package dev.tradewind.alerts.slack.message;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.wording.Names;
import dev.tradewind.alerts.wording.Numbers;
import dev.tradewind.contracts.code.Region;
import java.util.List;
import java.util.stream.Collectors;

/** A group told for the first time: everything, worst first. */
final class FirstMessage {
  private final Telling telling;
  private final String currency;

  FirstMessage(Telling telling) {
    this.telling = telling;
    this.currency = SlackText.mrkdwn(telling.group().series().currency());
  }

  SlackMessage build(Links links) {
    String title = title();
    Blocks blocks = new Blocks().header(title).context(Phrases.about(telling));
    Figures nation = telling.nation();
    if (nation != null) {
      blocks.section(
          Phrases.name(Region.NATION)
              + " "
              + Phrases.level(nation, currency)
              + " · exposure "
              + Numbers.part(nation.exposure()));
    }
    severity(blocks, Severity.CRITICAL, "🔴 *Critical*");
    severity(blocks, Severity.WARNING, "🟠 *Warning*");
    if (!telling.recovered().isEmpty()) {
      blocks.list("🟢 *Recovered*", telling.recovered().stream().map(this::entry).toList());
    }
    return blocks
        .context(Phrases.legend(telling))
        .context(links.line(telling.group()))
        .message(fallback(title));
  }

  private void severity(Blocks blocks, Severity severity, String heading) {
    List<Member> members =
        telling.firing().stream().filter(member -> member.severity() == severity).toList();
    if (!members.isEmpty()) {
      blocks.list(
          heading + ": down by " + Numbers.size(members.get(0).threshold()) + " or more",
          members.stream().map(this::entry).toList());
    }
  }

  private String entry(Member member) {
    return "• "
        + Phrases.name(member.region())
        + " "
        + Phrases.level(member.figures(), currency)
        + "\n      "
        + Phrases.weight(member.figures());
  }

  private String title() {
    boolean firing = !telling.firing().isEmpty();
    return Phrases.exports(telling)
        + (firing ? " fell sharply " : " recovered ")
        + Phrases.where(firing ? telling.firing() : telling.recovered())
        + " — "
        + Phrases.months(telling);
  }

  private String fallback(String title) {
    String label = Phrases.label(telling);
    List<Member> members = telling.firing().isEmpty() ? telling.recovered() : telling.firing();
    return (label.isEmpty() ? "" : label + ": ")
        + SlackText.escaped(title)
        + ": "
        + members.stream()
            .map(
                member ->
                    SlackText.mrkdwn(Names.region(member.region()))
                        + " "
                        + Numbers.change(member.figures().yoy()))
            .collect(Collectors.joining(", "));
  }
}
