package dev.tradewind.metrics.shift;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.indicator.SeriesQuestion;
import dev.tradewind.metrics.sector.SectorFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Which shifts are looked for.
 *
 * @param series window, period, currency and sector
 * @param partners only these; all if empty
 * @param regions only these; all if empty
 * @param level what counts as one product
 * @param kinds which of them
 */
public record ShiftQuestion(
    SeriesQuestion series,
    List<String> partners,
    List<String> regions,
    ShiftLevel level,
    List<ShiftKind> kinds,
    Thresholds thresholds,
    ShiftOrder order,
    int limit,
    Optional<String> cursor) {

  static final List<String> PARAMETERS =
      List.of(
          "level",
          "kind",
          "by",
          "partner",
          "region",
          "sector",
          "period",
          "window",
          "currency",
          "minBase",
          "minCurrent",
          "minFold",
          "limit",
          "cursor");

  private static final BigDecimal DEFAULT_MINIMUM = new BigDecimal(1_000_000);
  private static final BigDecimal DEFAULT_FOLD = new BigDecimal(2);
  private static final int DEFAULT_LIMIT = 100;
  private static final int LARGEST_LIMIT = 1_000;

  /** Reads the parameters. */
  static ShiftQuestion of(Question question) {
    var window = question.window();
    BigDecimal fold = question.decimal("minFold", DEFAULT_FOLD);
    if (fold.compareTo(BigDecimal.ONE) < 0) {
      throw Question.bad("minFold", "must be at least 1: a fall to a third has the fold 3.");
    }
    List<String> kinds =
        question.codes(
            "kind", ShiftKind.IDS::contains, "one of " + String.join(", ", ShiftKind.IDS));
    ShiftLevel level = ShiftLevel.of(question.oneOf("level", ShiftLevel.IDS, "6"));
    SectorFilter sector = question.sector();
    if (level.sectors() && sector instanceof SectorFilter.Prefix) {
      throw Question.bad("level", "an HS prefix is no sector; allowed with it are 2, 4, 6, 8.");
    }
    return new ShiftQuestion(
        new SeriesQuestion(
            Partner.WORLD, sector, window, question.period(window), question.currency(), List.of()),
        question.partners().contains(Partner.WORLD) ? List.of() : question.partners(),
        question.regions().contains(Region.NATION) ? List.of() : question.regions(),
        level,
        (kinds.isEmpty() ? List.of(ShiftKind.GROWN.id(), ShiftKind.NEW_FLOW.id()) : kinds)
            .stream().map(ShiftKind::of).toList(),
        new Thresholds(
            minor(question.decimal("minBase", DEFAULT_MINIMUM)),
            minor(question.decimal("minCurrent", DEFAULT_MINIMUM)),
            fold),
        ShiftOrder.of(question.oneOf("by", List.of("fold", "value", "change"), "fold")),
        question.number("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT),
        question.text("cursor"));
  }

  private static long minor(BigDecimal units) {
    return units.movePointRight(2).longValue();
  }
}
