package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.Status;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The nation: this window, this month, the newest month, the year before. */
final class Overview {
  private static final int NAMED = 3;
  private static final int DECEMBER = 12;

  private final Pen pen;
  private final BriefingData data;
  private final Scope scope;
  private final Wording words;

  Overview(Pen pen, BriefingData data) {
    this.pen = pen;
    this.data = data;
    this.scope = pen.scope();
    this.words = pen.wording();
  }

  List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    IndicatorTable table = data.table(Sector.ALL, scope.window(), scope.period());
    sentences.add(window(table));
    if (scope.window() != Window.MONTH) {
      month(sentences);
    }
    if (scope.newest().isAfter(scope.period())
        && scope.newest().getYear() == scope.period().getYear()) {
      later(sentences);
    }
    levels(sentences);
    return sentences;
  }

  private Sentence window(IndicatorTable table) {
    Indicator nation = Regions.nation(table);
    Proof proof = Proof.of("indicators", scope).with("region", Region.NATION);
    String span = words.span(scope.period(), scope.window());
    String reason =
        words.reason(nation.reasons().isEmpty() ? nation.status().id() : nation.reasons().get(0));
    BigDecimal value = nation.value();
    if (value == null || nation.status() == Status.HOLE) {
      return pen.say("overview.unknown", proof, List.of(), "span", span, "reason", reason);
    }
    String covered = table.partial() == null ? "" : words.scope(table.coveredProducts());
    Figure amount = Figure.of("value", Region.NATION, value);
    BigDecimal yoy = nation.yoy();
    if (yoy == null) {
      return pen.say(
          "overview.uncompared",
          proof,
          List.of(amount),
          "span",
          span,
          "partner",
          pen.partner(),
          "scope",
          covered,
          "value",
          words.money(value, scope.currency()),
          "reason",
          reason);
    }
    return pen.say(
        "overview.window",
        proof,
        List.of(amount, Figure.of("yoy", Region.NATION, yoy)),
        "span",
        span,
        "partner",
        pen.partner(),
        "scope",
        covered,
        "value",
        words.money(value, scope.currency()),
        "change",
        words.change(yoy));
  }

  private void month(List<Sentence> sentences) {
    BigDecimal yoy = Regions.nation(data.table(Sector.ALL, Window.MONTH, scope.period())).yoy();
    if (yoy != null) {
      sentences.add(
          pen.say(
              "overview.month",
              Proof.of("indicators", scope)
                  .with("window", Window.MONTH.id())
                  .with("region", Region.NATION),
              List.of(Figure.of("yoy", Region.NATION, yoy)),
              "month",
              words.month(scope.period()),
              "change",
              words.change(yoy)));
    }
  }

  private void later(List<Sentence> sentences) {
    BigDecimal yoy = Regions.nation(data.table(Sector.ALL, Window.YTD, scope.newest())).yoy();
    if (yoy != null) {
      sentences.add(
          pen.say(
              "overview.later",
              Proof.of("indicators", scope)
                  .with("period", scope.newest())
                  .with("window", Window.YTD.id())
                  .with("region", Region.NATION),
              List.of(Figure.of("yoy", Region.NATION, yoy)),
              "month",
              words.month(scope.newest()),
              "span",
              words.span(scope.newest(), Window.YTD),
              "change",
              words.change(yoy)));
    }
  }

  /** The whole year before, if all of it is known. */
  private void levels(List<Sentence> sentences) {
    YearMonth december = YearMonth.of(scope.period().getYear() - 1, DECEMBER);
    IndicatorTable year = data.table(Sector.ALL, Window.YTD, december);
    Indicator nation = Regions.nation(year);
    List<Indicator> largest =
        Regions.only(Regions.by(year, Indicator::value), row -> row.rank() != null, NAMED);
    BigDecimal value = nation.value();
    if (nation.status() == Status.HOLE || value == null || largest.size() < NAMED) {
      return;
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of("value", Region.NATION, value));
    List<String> list = new ArrayList<>();
    for (Indicator row : largest) {
      BigDecimal level = Objects.requireNonNull(row.value());
      figures.add(Figure.of("value", row.region(), level));
      list.add(words.with(words.region(row.region()), words.money(level, scope.currency())));
    }
    sentences.add(
        pen.say(
            "overview.levels",
            Proof.of("indicators", scope)
                .with("period", december)
                .with("window", Window.YTD.id())
                .with("region", Region.NATION + "," + Regions.codes(largest)),
            figures,
            "year",
            String.valueOf(december.getYear()),
            "value",
            words.money(value, scope.currency()),
            "list",
            words.list(list)));
  }
}
