package dev.tradewind.metrics.diversification;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.indicator.SeriesQuestion;
import dev.tradewind.metrics.sector.SectorFilter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of diversification.
 *
 * @param sectors one table each
 * @param areas which rows; the nation and all regions if empty
 * @param guard the falls that are divided by
 * @param top how many gaining partners are named
 * @param digits how fine the codes are in which rerouting is looked for
 */
public record DiversificationQuestion(
    Partners partner,
    List<SectorFilter> sectors,
    Window window,
    Optional<YearMonth> period,
    String currency,
    List<Area> areas,
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
          "level",
          AsOf.PARAMETER);

  private static final String DEFAULT_RATE = "0.01";
  private static final int DEFAULT_TOP = 5;
  private static final int MOST = 50;
  private static final int DEFAULT_DIGITS = 6;

  /** Reads the parameters. */
  static DiversificationQuestion of(Question question, Groups groups, MetricsConfig config) {
    Partners partner = question.partner(groups);
    if (partner.world()) {
      throw Question.bad("partner", "the world has no rest; name one partner such as USA.");
    }
    Window window = question.window();
    return new DiversificationQuestion(
        partner,
        sectors(question, groups),
        window,
        question.period(window),
        question.currency(),
        question.areas(groups),
        new Guard(
            question.decimal("minFall", BigDecimal.valueOf(config.lowBase())),
            question.decimal("minFallRate", new BigDecimal(DEFAULT_RATE))),
        question.number("top", 0, MOST, DEFAULT_TOP),
        Integer.parseInt(question.oneOf("level", List.of("2", "4", "6", "8"), "6")));
  }

  /** As it is asked by default, for these sectors. */
  public static DiversificationQuestion of(SeriesQuestion series, long leastFall, int top) {
    return new DiversificationQuestion(
        series.partner(),
        List.of(series.sector()),
        series.window(),
        series.period(),
        series.currency(),
        series.areas(),
        new Guard(BigDecimal.valueOf(leastFall), new BigDecimal(DEFAULT_RATE)),
        top,
        DEFAULT_DIGITS);
  }

  /** The same for one sector. */
  SeriesQuestion series(SectorFilter sector) {
    return new SeriesQuestion(partner, sector, window, period, currency, areas);
  }

  private static List<SectorFilter> sectors(Question question, Groups groups) {
    List<SectorFilter> sectors = question.list("sector", groups::sector, groups.allowedSectors());
    return sectors.isEmpty() ? List.of(SectorFilter.ALL) : sectors;
  }
}
