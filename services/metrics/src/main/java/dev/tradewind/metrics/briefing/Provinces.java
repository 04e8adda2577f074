package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Provinces: who sends most, who depends most, who fell and who rose. */
final class Provinces {
  private static final int LARGEST = 6;
  private static final int INLAND = 5;
  private static final int EXPOSED = 3;
  private static final int FALLS = 5;
  private static final int RISES = 8;

  /** Below this share of the nation's exports, an exposure is not worth a sentence. */
  private static final BigDecimal LEAST_SHARE = new BigDecimal("0.001");

  private final Pen pen;
  private final Scope scope;
  private final Wording words;
  private final IndicatorTable table;

  Provinces(Pen pen, BriefingData data) {
    this.pen = pen;
    this.scope = pen.scope();
    this.words = pen.wording();
    this.table = data.table(Sector.ALL, scope.window(), scope.period());
  }

  List<Sentence> origin() {
    List<Indicator> shares = Regions.by(table, Indicator::share);
    List<Sentence> sentences = new ArrayList<>();
    share(sentences, "origin.largest", Regions.only(shares, row -> true, LARGEST), LARGEST);
    share(sentences, "origin.inland", Regions.only(shares, Regions::inland, INLAND), INLAND);
    return sentences;
  }

  private void share(List<Sentence> sentences, String key, List<Indicator> rows, int least) {
    List<Indicator> exporting =
        rows.stream().filter(row -> Objects.requireNonNull(row.share()).signum() > 0).toList();
    if (exporting.size() < least) {
      return;
    }
    BigDecimal together = Regions.sum(exporting, Indicator::share);
    List<Figure> figures = new ArrayList<>(figures("share", exporting, Indicator::share));
    figures.add(Figure.of("share", Regions.codes(exporting), together));
    sentences.add(
        pen.say(
            key,
            Proof.of("indicators", scope).with("region", Regions.codes(exporting)),
            figures,
            "count",
            words.count(exporting.size()),
            "list",
            words.list(exporting.stream().map(row -> words.region(row.region())).toList()),
            "share",
            words.share(together)));
  }

  List<Sentence> exposure() {
    BigDecimal national = Regions.nation(table).exposure();
    List<Indicator> most =
        Regions.only(
            Regions.by(table, Indicator::exposure),
            row -> row.share() != null && row.share().compareTo(LEAST_SHARE) >= 0,
            EXPOSED);
    if (national == null || most.size() < EXPOSED) {
      return List.of();
    }
    List<Figure> figures = new ArrayList<>(figures("exposure", most, Indicator::exposure));
    figures.add(Figure.of("exposure", Region.NATION, national));
    return List.of(
        pen.say(
            "exposure.most",
            Proof.of("indicators", scope).with("region", Region.NATION + "," + Regions.codes(most)),
            figures,
            "list",
            named(most, row -> words.percent(Objects.requireNonNull(row.exposure()))),
            "partner",
            pen.partner(),
            "national",
            words.percent(national)));
  }

  List<Sentence> effects() {
    List<Indicator> judged = Regions.judged(table);
    List<Indicator> rises = judged.stream().filter(row -> sign(row) > 0).toList();
    List<Indicator> falls =
        judged.stream()
            .filter(row -> sign(row) < 0)
            .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.yoy())))
            .toList();
    List<Sentence> sentences = new ArrayList<>();
    if (!falls.isEmpty()) {
      List<Indicator> sharpest = falls.subList(0, Math.min(FALLS, falls.size()));
      sentences.add(rates("effects.falls", "asc", sharpest, sharpest.size()));
    }
    if (!judged.isEmpty()) {
      String key =
          rises.isEmpty() ? "effects.noRise" : rises.size() == 1 ? "effects.rise" : "effects.rises";
      List<Indicator> named = rises.subList(0, Math.min(RISES, rises.size()));
      sentences.add(rates(key, "desc", named, rises.size()));
    }
    resilient(sentences);
    pull(sentences);
    return sentences;
  }

  private Sentence rates(String key, String order, List<Indicator> rows, int count) {
    return pen.say(
        key,
        Proof.of("rankings", scope).with("by", "yoy").with("order", order),
        figures("yoy", rows, Indicator::yoy),
        "count",
        words.count(count),
        "list",
        named(rows, row -> words.signed(Objects.requireNonNull(row.yoy()))));
  }

  /** The one of the largest that did best, where the nation fell. */
  private void resilient(List<Sentence> sentences) {
    List<Indicator> largest =
        Regions.only(Regions.by(table, Indicator::share), Regions::sound, LARGEST);
    BigDecimal national = Regions.nation(table).yoy();
    if (largest.size() < LARGEST || national == null || national.signum() >= 0) {
      return;
    }
    Indicator best =
        largest.stream()
            .max(Comparator.comparing(row -> Objects.requireNonNull(row.yoy())))
            .orElseThrow();
    BigDecimal yoy = Objects.requireNonNull(best.yoy());
    sentences.add(
        pen.say(
            "effects.resilient",
            Proof.of("indicators", scope).with("region", Regions.codes(largest)),
            figures("yoy", List.of(best), Indicator::yoy),
            "region",
            words.region(best.region()),
            "change",
            words.change(yoy)));
  }

  /** The one that moved the national rate most, in the nation's own direction. */
  private void pull(List<Sentence> sentences) {
    BigDecimal national = Regions.nation(table).yoy();
    List<Indicator> contributions = Regions.by(table, Indicator::contribution);
    if (national == null || national.signum() == 0 || contributions.isEmpty()) {
      return;
    }
    boolean down = national.signum() < 0;
    Indicator strongest = contributions.get(down ? contributions.size() - 1 : 0);
    BigDecimal contribution = Objects.requireNonNull(strongest.contribution());
    if (contribution.signum() == national.signum()) {
      sentences.add(
          pen.say(
              down ? "effects.drag" : "effects.boost",
              Proof.of("indicators", scope)
                  .with("region", Region.NATION + "," + strongest.region()),
              List.of(Figure.of("contribution", strongest.region(), contribution)),
              "region",
              words.region(strongest.region()),
              "points",
              words.points(contribution)));
    }
  }

  private String named(List<Indicator> rows, Function<Indicator, String> remark) {
    return words.list(
        rows.stream()
            .map(row -> words.with(words.region(row.region()), remark.apply(row)))
            .toList());
  }

  private static List<Figure> figures(
      String measure, List<Indicator> rows, Function<Indicator, @Nullable BigDecimal> figure) {
    return rows.stream()
        .map(row -> Figure.of(measure, row.region(), Objects.requireNonNull(figure.apply(row))))
        .toList();
  }

  private static int sign(Indicator row) {
    return Objects.requireNonNull(row.yoy()).signum();
  }
}
