package dev.tradewind.alerts.document;

import dev.tradewind.alerts.background.Background;
import dev.tradewind.alerts.background.Background.SectorFall;
import dev.tradewind.alerts.document.Document.Entry;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.notification.Group;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.wording.Words;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that documents about a group have in common. */
record Phrases(Telling telling, Words words) {
  /** Those that somebody took on fire, too. */
  static final String ALERTS = "/api/v1/alerts?state=firing,acknowledged";

  private static final String SEPARATOR = " · ";

  String currency() {
    return telling.group().series().currency();
  }

  String exports() {
    Series series = telling.group().series();
    return words.exports(series.partner(), series.sector());
  }

  String months() {
    Group group = telling.group();
    return words.months(group.series().window(), group.period());
  }

  String partner() {
    return words.partner(telling.group().series().partner());
  }

  /** "Shandong", "5 provinces". */
  String where(List<Member> members) {
    return members.size() == 1
        ? words.region(members.get(0).region())
        : words.provinces(members.size());
  }

  /** What the numbers are: label first, since modelled data must never pass for official ones. */
  Line about() {
    Group group = telling.group();
    List<Line> parts = new ArrayList<>();
    if (!label().isEmpty()) {
      parts.add(Line.of("⚠ ").strongData(words.notOfficial(label())));
    }
    parts.add(Line.of(words.currency(group.series().currency())));
    parts.add(
        Line.of(
            words.against(
                months(), words.months(group.series().window(), group.period().minusYears(1)))));
    parts.add(Line.empty().data(words.coverage(telling.partial())));
    group.labels().forEach((label, value) -> parts.add(Line.empty().data(label + "=" + value)));
    return Line.join(SEPARATOR, parts);
  }

  /** "Modelled data"; empty for official data. */
  String label() {
    return words.data(telling.labels());
  }

  /** "*Shandong* 山东". */
  Line name(String region) {
    return Line.empty().strongData(words.region(region)).text(" ").data(words.otherRegion(region));
  }

  /** "*Shandong* 山东 *−56.9 %*: US$ 17.9 m, a year earlier US$ 41.4 m". */
  Line level(String region, Figures figures) {
    return name(region)
        .text(" ")
        .strong(words.change(figures.yoy()))
        .text(words.colon())
        .line(amounts(figures));
  }

  /** The first line about an incident: what was compared comes first. */
  Line headline(Member member) {
    Figures figures = member.figures();
    Indicator indicator = Indicator.of(member.indicator());
    if (indicator == Indicator.YOY || indicator == Indicator.VALUE) {
      return level(member.region(), figures);
    }
    return name(member.region())
        .text(" ")
        .strong(observed(member))
        .text(words.colon())
        .line(amounts(figures))
        .text(words.comma() + words.change(figures.yoy()));
  }

  /** What was compared: "exposure 15.0 % → 11.8 %, −3.20 pp", "z-score −3.4", "−56.9 %". */
  String observed(Member member) {
    Indicator indicator = Indicator.of(member.indicator());
    Figures figures = member.figures();
    String reading = words.reading(indicator, member.observed(), currency());
    String name = words.indicator(indicator, partner());
    return switch (indicator) {
      case YOY, CHANGE -> reading;
      case RANK -> member.observed() == null ? name + " " + reading : reading;
      case RANK_CHANGE -> ranks(figures, reading);
      case EXPOSURE_CHANGE ->
          name + " " + parts(figures.exposure(), figures.exposureChange(), reading);
      case SHARE_CHANGE -> name + " " + parts(figures.share(), figures.shareChange(), reading);
      case VALUE, SHARE, EXPOSURE, CONTRIBUTION, Z_SCORE -> name + " " + reading;
    };
  }

  private String parts(@Nullable BigDecimal now, @Nullable BigDecimal change, String reading) {
    return now == null || change == null
        ? reading
        : words.part(now.subtract(change)) + " → " + words.part(now) + words.comma() + reading;
  }

  private String ranks(Figures figures, String reading) {
    Integer rank = figures.rank();
    Integer change = figures.rankChange();
    // Positive is climbed, so the rank was the larger number.
    return rank == null || change == null
        ? reading
        : words.ranks(rank + change, rank) + words.comma() + reading;
  }

  private Line amounts(Figures figures) {
    Line amounts =
        Line.of(
            words.amounts(
                words.money(figures.value(), currency()),
                words.money(figures.baseValue(), currency())));
    return figures.status() == Status.PROVISIONAL
        ? amounts.text(words.bracketed(words.provisional()))
        : amounts;
  }

  /** An incident, whole. */
  Entry entry(Member member) {
    List<Line> more = new ArrayList<>();
    more.add(weight(member.region(), member.figures()));
    Line bars = bars(member.region());
    if (!bars.isEmpty()) {
      more.add(bars);
    }
    return new Entry(headline(member), more);
  }

  /** How much depends on it, what it does to the nation, and which sector it is. */
  Line weight(String region, Figures figures) {
    Line weight =
        Line.empty()
            .text(words.exposure(words.part(figures.exposure()), partner()))
            .text(SEPARATOR + words.contribution(words.points(figures.contribution())));
    Background background = telling.background();
    SectorFall fall = background == null ? null : background.sectors().get(region);
    return fall == null
        ? weight
        : weight
            .text(SEPARATOR)
            .text(
                words.mostly(
                    words.sector(fall.sector()),
                    words.signedMoney(fall.change(), currency())
                        + (fall.yoy() == null ? "" : words.bracketed(words.change(fall.yoy())))));
  }

  private Line bars(String region) {
    Background background = telling.background();
    if (background == null) {
      return Line.empty();
    }
    String bars = Sparkline.of(background.monthsOf(region));
    return bars.isEmpty()
        ? Line.empty()
        : Line.of(
            bars
                + " "
                + words.bars(
                    background.last().minusMonths(Background.MONTHS - 1L), background.last()));
  }

  /** "down by 40 % or more". */
  String threshold(Member member) {
    Indicator indicator = Indicator.of(member.indicator());
    boolean orBelow = member.comparison().equals(Comparison.AT_OR_BELOW.id());
    BigDecimal threshold = member.threshold();
    boolean plain =
        indicator.comparing() && (orBelow ? threshold.signum() >= 0 : threshold.signum() <= 0);
    return plain
        ? words.bound(
            words.indicator(indicator, partner()),
            orBelow,
            words.reading(indicator, threshold, currency()))
        : words.threshold(
            indicator, orBelow, words.size(indicator, threshold, currency()), partner());
  }

  /** Links, and who looks after it. */
  Line end() {
    return Line.join(
        SEPARATOR,
        List.of(
            owners(telling.owners(), words),
            Line.empty().link(path(), words.dashboard()),
            Line.empty().link("/api/v1/indicators?" + query(telling.group()), words.figures()),
            Line.empty().link(ALERTS, words.alerts()),
            Line.empty().link(mutePath(), words.mute())));
  }

  /** Of the dashboard, showing the group. */
  String path() {
    return "/?" + query(telling.group());
  }

  /** Of a silence of the group that only has to be confirmed. */
  String mutePath() {
    return "/?silence=" + encoded(telling.group().matchers());
  }

  static Line owners(List<String> owners, Words words) {
    return owners.isEmpty() ? Line.empty() : Line.of(words.owner()).data(String.join(", ", owners));
  }

  private static String query(Group group) {
    return "partner="
        + encoded(group.series().partner())
        + "&period="
        + group.period()
        + "&window="
        + group.series().window().id()
        + "&currency="
        + encoded(group.series().currency())
        + "&sector="
        + encoded(group.series().sector());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
