package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.diversification.DiversificationItem;
import dev.tradewind.metrics.diversification.PartnerGain;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sectors: which falls were made up for elsewhere, which were not, and where they diverge. */
final class Sectors {
  /** Below this, other markets took little of what was lost. */
  private static final BigDecimal HARD = new BigDecimal("0.25");

  /** A province's part of a sector that makes its rate worth telling. */
  private static final BigDecimal LEAST_SHARE = new BigDecimal("0.005");

  /** A wider spread between provinces' rates is worth a sentence. */
  private static final BigDecimal WIDE = BigDecimal.ONE;

  private static final int EXTREMES = 3;
  private static final int GAINS = 8;

  private final Pen pen;
  private final Scope scope;
  private final Wording words;
  private final List<Told> told = new ArrayList<>();

  /** One sector with what is known of it. */
  private record Told(String id, IndicatorTable table, List<DiversificationItem> rows) {
    DiversificationItem nation() {
      return rows.get(0);
    }

    BigDecimal yoy() {
      return Objects.requireNonNull(Regions.nation(table).yoy());
    }

    boolean fell() {
      return yoy().signum() < 0;
    }

    BigDecimal base() {
      return Objects.requireNonNull(Regions.nation(table).baseValue());
    }

    boolean is(String kind) {
      return kind.equals(nation().offsetClass());
    }

    /** Others took less than a quarter of what was lost, or bought less themselves. */
    boolean hard() {
      BigDecimal offset = nation().offset();
      return offset != null && offset.compareTo(HARD) < 0;
    }
  }

  Sectors(Pen pen, BriefingData data) {
    this.pen = pen;
    this.scope = pen.scope();
    this.words = pen.wording();
    for (Sector sector : Sector.all()) {
      if (sector.isDefault() && !component(sector)) {
        IndicatorTable table = data.table(sector.id(), scope.window(), scope.period());
        if (table.coveredProducts() > 0 && Regions.sound(Regions.nation(table))) {
          List<DiversificationItem> rows = data.diversification(sector.id());
          if (!rows.isEmpty() && rows.get(0).region().equals(Region.NATION)) {
            told.add(new Told(sector.id(), table, rows));
          }
        }
      }
    }
    told.sort(Comparator.comparing(Told::base).reversed());
  }

  /** Whether another sector contains it: phones are electromechanical. */
  private static boolean component(Sector sector) {
    return Sector.all().stream()
        .filter(other -> other.isDefault() && !other.id().equals(sector.id()))
        .anyMatch(
            other ->
                sector.editions().stream()
                    .flatMap(edition -> edition.prefixes().stream())
                    .allMatch(
                        prefix ->
                            other.editions().stream()
                                .flatMap(edition -> edition.prefixes().stream())
                                .anyMatch(prefix::startsWith)));
  }

  List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    list(sentences, "sectors.full", one -> one.fell() && one.is("full"));
    list(sentences, "sectors.partial", one -> one.fell() && one.is("partial") && !one.hard());
    told.stream()
        .filter(one -> one.fell() && !one.hard() && one.nation().offset() != null)
        .findFirst()
        .ifPresent(one -> gains(sentences, one));
    list(sentences, "sectors.hard", one -> one.fell() && one.hard());
    told.stream().filter(one -> one.fell() && one.hard()).forEach(one -> total(sentences, one));
    list(sentences, "sectors.rising", one -> one.yoy().signum() > 0);
    spread(sentences);
    return sentences;
  }

  private void list(List<Sentence> sentences, String key, Predicate<Told> which) {
    List<Told> these = told.stream().filter(which).toList();
    if (these.isEmpty()) {
      return;
    }
    List<Figure> figures = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (Told one : these) {
      figures.add(Figure.of("yoy", Region.NATION, one.yoy()).in(one.id()));
      BigDecimal offset = one.nation().offset();
      if (offset != null) {
        figures.add(Figure.of("offset", Region.NATION, offset).in(one.id()));
      }
      parts.add(part(one));
    }
    sentences.add(
        pen.say(
            key,
            Proof.of("diversification", scope)
                .with("sector", these.stream().map(Told::id).collect(Collectors.joining(","))),
            figures,
            "list",
            words.longList(parts)));
  }

  private String part(Told one) {
    List<Indicator> judged = Regions.judged(one.table());
    long fell =
        judged.stream().filter(row -> Objects.requireNonNull(row.yoy()).signum() < 0).count();
    BigDecimal offset = one.nation().offset();
    return pen.text(
        offset == null ? "sectors.untold" : one.is("full") ? "sectors.oneFull" : "sectors.one",
        "sector",
        words.sector(one.id()),
        "signed",
        words.signed(one.yoy()),
        "fell",
        String.valueOf(fell),
        "known",
        String.valueOf(judged.size()),
        "offset",
        offset == null ? "" : words.percent(offset),
        "times",
        offset == null ? "" : Wording.decimals(offset, 1));
  }

  private void gains(List<Sentence> sentences, Told one) {
    List<PartnerGain> gains =
        one.nation().gains().subList(0, Math.min(GAINS, one.nation().gains().size()));
    if (!gains.isEmpty()) {
      sentences.add(
          pen.say(
              "sectors.gains",
              Proof.of("diversification", scope)
                  .with("sector", one.id())
                  .with("region", Region.NATION)
                  .with("top", GAINS),
              Gains.figures(gains, one.id()),
              "sector",
              words.sector(one.id()),
              "list",
              Gains.list(gains, words, scope.currency())));
    }
  }

  /** The province that lost most, where its exports of the sector fell in all. */
  private void total(List<Sentence> sentences, Told one) {
    one.rows().stream()
        .skip(1)
        .filter(row -> row.change() != null && row.restChange() != null)
        .min(Comparator.comparing(row -> amount(row.change())))
        .ifPresent(
            row -> {
              BigDecimal total = amount(row.change()).add(amount(row.restChange()));
              BigDecimal base = amount(row.baseValue()).add(amount(row.restBaseValue()));
              Indicator toPartner = row(one.table(), row.region());
              BigDecimal yoy = toPartner.yoy();
              if (total.signum() < 0
                  && base.signum() > 0
                  && yoy != null
                  && Regions.sound(toPartner)) {
                BigDecimal rate = total.divide(base, 6, java.math.RoundingMode.HALF_UP);
                sentences.add(
                    pen.say(
                        "sectors.total",
                        Proof.of("diversification", scope)
                            .with("sector", one.id())
                            .with("region", row.region()),
                        List.of(
                            Figure.of("yoy", row.region(), yoy).in(one.id()),
                            Figure.of("totalYoy", row.region(), rate).in(one.id())),
                        "region",
                        words.region(row.region()),
                        "sector",
                        words.sector(one.id()),
                        "change",
                        words.change(yoy),
                        "total",
                        words.signed(rate)));
              }
            });
  }

  /** The sector in which the provinces' rates lie farthest apart, with its extremes. */
  private void spread(List<Sentence> sentences) {
    Told widest = null;
    List<Indicator> rows = List.of();
    BigDecimal most = WIDE;
    for (Told one : told) {
      List<Indicator> large = large(one);
      if (large.size() > EXTREMES) {
        BigDecimal width = yoy(large.get(0)).subtract(yoy(large.get(large.size() - 1)));
        if (width.compareTo(most) > 0 && yoy(large.get(large.size() - 1)).signum() < 0) {
          widest = one;
          rows = large;
          most = width;
        }
      }
    }
    if (widest != null) {
      List<Indicator> extremes = new ArrayList<>();
      for (int i = 1; i <= EXTREMES; i++) {
        extremes.add(rows.get(rows.size() - i));
      }
      extremes.add(rows.get(0));
      String sector = widest.id();
      sentences.add(
          pen.say(
              "sectors.spread",
              Proof.of("indicators", scope)
                  .with("sector", sector)
                  .with("region", Regions.codes(extremes)),
              extremes.stream()
                  .map(row -> Figure.of("yoy", row.region(), yoy(row)).in(sector))
                  .toList(),
              "sector",
              words.sector(sector),
              "list",
              words.list(
                  extremes.stream()
                      .map(row -> words.with(words.region(row.region()), words.signed(yoy(row))))
                      .toList())));
    }
  }

  /** Provinces with more than a trifle of the sector, the strongest rise first. */
  private static List<Indicator> large(Told one) {
    BigDecimal least = one.base().multiply(LEAST_SHARE);
    return Regions.judged(one.table()).stream()
        .filter(row -> Objects.requireNonNull(row.baseValue()).compareTo(least) >= 0)
        .toList();
  }

  private static Indicator row(IndicatorTable table, String region) {
    return table.rows().stream()
        .filter(row -> row.region().equals(region))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal yoy(Indicator row) {
    return Objects.requireNonNull(row.yoy());
  }

  private static BigDecimal amount(@org.jspecify.annotations.Nullable String text) {
    return new BigDecimal(Objects.requireNonNull(text));
  }
}
