package dev.tradewind.alerts.slack.message;

import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.wording.Names;
import dev.tradewind.alerts.wording.Numbers;
import java.util.ArrayList;
import java.util.List;

/** A notice in Slack's words. */
final class NoticeMessage {
  private final Notice notice;
  private final String currency;

  NoticeMessage(Notice notice) {
    this.notice = notice;
    Series series = notice.series();
    this.currency = series == null ? "" : SlackText.mrkdwn(series.currency());
  }

  SlackMessage build(Links links) {
    String title = title();
    Blocks blocks = new Blocks().header(title).context(about());
    notice.items().forEach(item -> add(blocks, item));
    return blocks.context(links.home()).message(SlackText.escaped(title));
  }

  private String title() {
    String months = months();
    String exports = exports();
    return switch (notice.kind()) {
      case ALL_CLEAR -> "All clear: " + exports + " — " + months;
      case OVERDUE -> "Data overdue: " + notice.period();
      case DIGEST -> "Digest: " + exports + " — " + months;
      case TEST -> "Tradewind: a test of this channel";
    };
  }

  private String about() {
    List<String> parts = new ArrayList<>();
    String label = SlackText.mrkdwn(Names.data(notice.labels()));
    if (!label.isEmpty()) {
      parts.add("⚠ *" + label + ", not official statistics*");
    }
    if (notice.series() != null) {
      String partial = notice.partial();
      parts.add(partial == null ? "all products" : SlackText.mrkdwn(partial));
    }
    if (!notice.owners().isEmpty()) {
      parts.add("owner: " + SlackText.mrkdwn(String.join(", ", notice.owners())));
    }
    return parts.isEmpty() ? "Tradewind" : String.join(" · ", parts);
  }

  private void add(Blocks blocks, Notice.Item item) {
    if (item instanceof Notice.Level level) {
      blocks.section(line(level));
    } else if (item instanceof Notice.Ranking ranking) {
      blocks.list(
          switch (ranking.order()) {
            case FELL -> "*Fell most*";
            case ROSE -> "*Rose most*";
            case EXPOSED -> "*Most exposed*";
          },
          ranking.regions().stream().map(this::line).toList());
    } else if (item instanceof Notice.Open open) {
      blocks.list(
          "*Open alerts:* " + open.critical() + " critical, " + open.warning() + " warnings",
          open.worst().stream().map(NoticeMessage::line).toList());
    } else if (item instanceof Notice.Overdue overdue) {
      blocks.section("*" + overdue.month() + "* was due on " + overdue.due());
    }
  }

  private String line(Notice.Level level) {
    return Phrases.name(level.region())
        + " "
        + Phrases.level(level.figures(), currency)
        + " · exposure "
        + Numbers.part(level.figures().exposure());
  }

  private static String line(Member member) {
    return "• "
        + Phrases.name(member.region())
        + " "
        + Numbers.change(member.figures().yoy())
        + " ("
        + member.severity().id()
        + ")";
  }

  private String exports() {
    Series series = notice.series();
    return series == null
        ? "all exports"
        : SlackText.plain(Names.exports(series.partner(), series.sector()));
  }

  private String months() {
    Series series = notice.series();
    if (notice.period() == null) {
      return "";
    }
    return series == null
        ? notice.period().toString()
        : Names.months(series.window(), notice.period());
  }
}
