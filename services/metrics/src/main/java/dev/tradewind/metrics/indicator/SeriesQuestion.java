package dev.tradewind.metrics.indicator;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.sector.SectorFilter;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which table of indicators is asked for.
 *
 * @param partner one partner, several together, or the world
 * @param sector what to sum over
 * @param window which months
 * @param period if given; else the newest
 * @param currency ISO 4217
 * @param areas which rows; the nation and all regions if empty
 * @param more further figures
 * @param years over how many years growth a year is told
 */
public record SeriesQuestion(
    Partners partner,
    SectorFilter sector,
    Window window,
    Optional<YearMonth> period,
    String currency,
    List<Area> areas,
    Set<Extra> more,
    int years) {

  /** The parameters that name a series. */
  public static final List<String> SERIES =
      List.of("partner", "period", "window", "currency", "sector", "region", AsOf.PARAMETER);

  static final List<String> PARAMETERS =
      List.of(
          "partner",
          "period",
          "window",
          "currency",
          "sector",
          "region",
          Extra.PARAMETER,
          "years",
          AsOf.PARAMETER);

  private static final int DEFAULT_YEARS = 3;

  /** Without further figures. */
  public SeriesQuestion(
      Partners partner,
      SectorFilter sector,
      Window window,
      Optional<YearMonth> period,
      String currency,
      List<Area> areas) {
    this(partner, sector, window, period, currency, areas, Set.of(), DEFAULT_YEARS);
  }

  /** Reads them. */
  public static SeriesQuestion of(Question question, Groups groups) {
    Window window = question.window();
    return new SeriesQuestion(
        question.partner(groups),
        question.sector(groups),
        window,
        question.period(window),
        question.currency(),
        question.areas(groups),
        Extra.of(question),
        question.number("years", 1, 30, DEFAULT_YEARS));
  }

  /** The newest period for which anything is known and the window exists, if none was given. */
  public Optional<Series> series(Coverage coverage) {
    return period
        .or(() -> newest(coverage))
        .map(month -> new Series(partner, sector, window, month, currency));
  }

  private Optional<YearMonth> newest(Coverage coverage) {
    return Optional.ofNullable(coverage.newestSeen(partner, sector))
        .map(PeriodKey::month)
        .map(
            month -> {
              YearMonth latest = month;
              while (!window.exists(latest)) {
                latest = latest.minusMonths(1);
              }
              return latest;
            });
  }
}
