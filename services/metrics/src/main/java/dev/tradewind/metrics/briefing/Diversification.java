package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.diversification.DiversificationItem;
import dev.tradewind.metrics.diversification.PartnerGain;
import dev.tradewind.metrics.diversification.ReroutingItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The nation's other markets: what they took, how spread exports are, what may be rerouted. */
final class Diversification {
  private static final int GAINS = 5;
  private static final int HUBS = 3;

  private final Pen pen;
  private final Scope scope;
  private final Wording words;
  private final BriefingData data;

  Diversification(Pen pen, BriefingData data) {
    this.pen = pen;
    this.data = data;
    this.scope = pen.scope();
    this.words = pen.wording();
  }

  List<Sentence> sentences() {
    List<DiversificationItem> rows = data.diversification(Sector.ALL);
    List<Sentence> sentences = new ArrayList<>();
    if (!rows.isEmpty() && rows.get(0).restChange() != null) {
      DiversificationItem nation = rows.get(0);
      offset(sentences, nation);
      gains(sentences, nation);
      markets(sentences, nation);
      rerouting(sentences, nation);
    }
    return sentences;
  }

  private Proof proof() {
    return Proof.of("diversification", scope).with("region", Region.NATION);
  }

  private void offset(List<Sentence> sentences, DiversificationItem nation) {
    BigDecimal change = new BigDecimal(Objects.requireNonNull(nation.change()));
    BigDecimal rest = new BigDecimal(Objects.requireNonNull(nation.restChange()));
    BigDecimal ratio = nation.offset();
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of("change", Region.NATION, change));
    figures.add(Figure.of("restChange", Region.NATION, rest));
    if (ratio != null) {
      figures.add(Figure.of("offset", Region.NATION, ratio));
    }
    String kind = nation.offsetClass();
    if (kind == null) {
      return;
    }
    String key =
        kind.equals("not-applicable") ? "diversification.noFall" : "diversification." + kind;
    sentences.add(
        pen.say(
            key,
            proof(),
            figures,
            "partner",
            pen.partner(),
            "rest",
            words.money(kind.equals("amplified") ? rest.negate() : rest, scope.currency()),
            "fall",
            words.money(change.negate(), scope.currency()),
            "offset",
            ratio == null ? "" : words.percent(ratio),
            "times",
            ratio == null ? "" : ratio.setScale(1, RoundingMode.HALF_UP).toPlainString()));
  }

  private void gains(List<Sentence> sentences, DiversificationItem nation) {
    List<PartnerGain> gains = nation.gains().subList(0, Math.min(GAINS, nation.gains().size()));
    if (gains.size() > 1) {
      sentences.add(
          pen.say(
              "diversification.gains",
              proof(),
              Gains.figures(gains, Sector.ALL),
              "list",
              Gains.list(gains, words, scope.currency())));
    }
  }

  private void markets(List<Sentence> sentences, DiversificationItem nation) {
    BigDecimal after = nation.markets();
    BigDecimal change = nation.marketsChange();
    if (after != null && change != null) {
      sentences.add(
          pen.say(
              "diversification.markets",
              proof(),
              List.of(
                  Figure.of("markets", Region.NATION, after),
                  Figure.of("marketsChange", Region.NATION, change)),
              "before",
              Wording.decimals(after.subtract(change), 1),
              "after",
              Wording.decimals(after, 1)));
    }
  }

  private void rerouting(List<Sentence> sentences, DiversificationItem nation) {
    List<ReroutingItem> hubs =
        nation.rerouting().subList(0, Math.min(HUBS, nation.rerouting().size()));
    if (!hubs.isEmpty()) {
      sentences.add(
          pen.say(
              "diversification.rerouting",
              proof(),
              hubs.stream()
                  .map(
                      hub ->
                          Figure.of("overlap", Region.NATION, new BigDecimal(hub.overlap()))
                              .to(hub.hub()))
                  .toList(),
              "partner",
              pen.partner(),
              "list",
              words.list(hubs.stream().map(hub -> words.partner(hub.hub())).toList())));
    }
  }
}
