package dev.tradewind.metrics.diversification;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.indicator.SeriesQuestion;
import dev.tradewind.metrics.sector.SectorFilter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of diversification.
 *
 * @param sectors one table each
 * @param regions which rows; all if empty
 * @param guard the falls that are divided by
 * @param top how many gaining partners are named
 * @param digits how fine the codes are in which rerouting is looked for
 */
public record DiversificationQuestion(
    String partner,
    List<SectorFilter> sectors,
    Window window,
    Optional<YearMonth> period,
    String currency,
    List<String> regions,
    Guard guard,
    int top,
    int digits) {

  static final List<String> PARAMETERS =
      List.of(
          "partner",
          "period",
          "window",
          "currency",
          "sector",
          "region",
          "minFall",
          "minFallRate",
          "top",
          "level");

  private static final String DEFAULT_RATE = "0.01";
  private static final int DEFAULT_TOP = 5;
  private static final int MOST = 50;

  /** Reads the parameters. */
  static DiversificationQuestion of(Question question, MetricsConfig config) {
    String partner = question.partner();
    if (partner.equals(Partner.WORLD)) {
      throw Question.bad("partner", "the world has no rest; name one partner such as USA.");
    }
    Window window = question.window();
    return new DiversificationQuestion(
        partner,
        sectors(question),
        window,
        question.period(window),
        question.currency(),
        question.regions(),
        new Guard(
            question.decimal("minFall", BigDecimal.valueOf(config.lowBase())),
            question.decimal("minFallRate", new BigDecimal(DEFAULT_RATE))),
        question.number("top", 0, MOST, DEFAULT_TOP),
        Integer.parseInt(question.oneOf("level", List.of("2", "4", "6", "8"), "6")));
  }

  /** The same for one sector. */
  SeriesQuestion series(SectorFilter sector) {
    return new SeriesQuestion(partner, sector, window, period, currency, regions);
  }

  private static List<SectorFilter> sectors(Question question) {
    List<String> ids =
        question.codes(
            "sector",
            id -> SectorFilter.of(id) != null,
            "known; allowed are all, hs: and 2 to 8 digits, and the ids of /api/v1/sectors");
    return (ids.isEmpty() ? List.of(Sector.ALL) : ids)
        .stream().map(id -> Objects.requireNonNull(SectorFilter.of(id))).toList();
  }
}
