package dev.tradewind.metrics.shift;

import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.group.Partners;
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
 * @param areas only these, region by region; all if empty
 * @param level what counts as one product
 * @param kinds which of them
 */
public record ShiftQuestion(
    SeriesQuestion series,
    List<Partners> partners,
    List<Area> areas,
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
          "cursor",
          AsOf.PARAMETER);

  private static final BigDecimal DEFAULT_MINIMUM = new BigDecimal(1_000_000);
  private static final BigDecimal DEFAULT_FOLD = new BigDecimal(2);
  private static final int DEFAULT_LIMIT = 100;
  private static final int LARGEST_LIMIT = 1_000;

  /** Reads the parameters. */
  static ShiftQuestion of(Question question, Groups groups) {
    var window = question.window();
    BigDecimal fold = question.decimal("minFold", DEFAULT_FOLD);
    if (fold.compareTo(BigDecimal.ONE) < 0) {
      throw Question.bad("minFold", "must be at least 1: a fall to a third has the fold 3.");
    }
    List<String> kinds =
        question.codes(
            "kind", ShiftKind.IDS::contains, "one of " + String.join(", ", ShiftKind.IDS));
    ShiftLevel level = ShiftLevel.of(question.oneOf("level", ShiftLevel.IDS, "6"));
    SectorFilter sector = question.sector(groups);
    if (level.sectors()
        && !(sector instanceof SectorFilter.All || sector instanceof SectorFilter.Listed)) {
      throw Question.bad(
          "level",
          "only sectors of /api/v1/sectors have stored sums; allowed with others are 2, 4, 6, 8.");
    }
    return new ShiftQuestion(
        new SeriesQuestion(
            Partners.WORLD,
            sector,
            window,
            question.period(window),
            question.currency(),
            List.of()),
        question.partners(groups).stream().anyMatch(Partners::world)
            ? List.of()
            : question.partners(groups),
        question.areas(groups),
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

  /** The strongest growth and new flows, by the usual thresholds. */
  public static ShiftQuestion strongest(SeriesQuestion series, String level, int limit) {
    return new ShiftQuestion(
        series,
        List.of(),
        List.of(),
        ShiftLevel.of(level),
        List.of(ShiftKind.GROWN, ShiftKind.NEW_FLOW),
        new Thresholds(minor(DEFAULT_MINIMUM), minor(DEFAULT_MINIMUM), DEFAULT_FOLD),
        ShiftOrder.FOLD,
        limit,
        Optional.empty());
  }

  private static long minor(BigDecimal units) {
    return units.movePointRight(2).longValue();
  }
}
