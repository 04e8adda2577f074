package dev.tradewind.alerts.slack.message;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.notification.Group;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.wording.Names;
import dev.tradewind.alerts.wording.Numbers;
import dev.tradewind.contracts.code.Region;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The parts that first messages and corrections have in common, as mrkdwn. */
final class Phrases {
  private Phrases() {}

  /** "US exports". */
  static String exports(Telling telling) {
    Series series = telling.group().series();
    return SlackText.plain(Names.exports(series.partner(), series.sector()));
  }

  /** "January–August 2025". */
  static String months(Telling telling) {
    Group group = telling.group();
    return Names.months(group.series().window(), group.period());
  }

  /** "in Shandong", "in 5 provinces". */
  static String where(List<Member> members) {
    return members.size() == 1
        ? "in " + SlackText.plain(Names.region(members.get(0).region()))
        : "in " + members.size() + " provinces";
  }

  /** What the numbers are: label first, since modelled data must never pass for official ones. */
  static String about(Telling telling) {
    Group group = telling.group();
    YearMonth base = group.period().minusYears(1);
    List<String> parts = new ArrayList<>();
    if (!label(telling).isEmpty()) {
      parts.add("⚠ *" + label(telling) + ", not official statistics*");
    }
    parts.add(SlackText.mrkdwn(Numbers.currency(group.series().currency())));
    parts.add(months(telling) + " against " + Names.months(group.series().window(), base));
    String partial = telling.partial();
    parts.add(partial == null ? "all products" : SlackText.mrkdwn(partial));
    return String.join(" · ", parts);
  }

  /** "Modelled data"; empty for official data. */
  static String label(Telling telling) {
    return SlackText.mrkdwn(Names.data(telling.labels()));
  }

  /** "*Shandong* 山东". */
  static String name(String region) {
    return "*"
        + SlackText.mrkdwn(Region.nameEn(region))
        + "* "
        + SlackText.mrkdwn(Region.nameZh(region));
  }

  /** "*−56.9 %*: US$ 17.9 m, a year earlier US$ 41.4 m". */
  static String level(Figures figures, String currency) {
    return "*"
        + Numbers.change(figures.yoy())
        + "*: "
        + Numbers.money(figures.value(), currency)
        + ", a year earlier "
        + Numbers.money(figures.baseValue(), currency)
        + (figures.status() == Status.PROVISIONAL ? " (provisional)" : "");
  }

  /** The second line of a region: how much depends on it, and what it does to the nation. */
  static String weight(Figures figures) {
    return "exposure "
        + Numbers.part(figures.exposure())
        + " · contribution "
        + Numbers.points(figures.contribution());
  }

  /** What {@link #weight} means. */
  static String legend(Telling telling) {
    String partner = SlackText.mrkdwn(Names.partner(telling.group().series().partner()));
    return "Exposure: the part of the province's own exports that goes to "
        + partner
        + ". Contribution: to the growth of China's exports to "
        + partner
        + ", in percentage points.";
  }
}
