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

/**
 * Which table of indicators is asked for.
 *
 * @param partner one partner, several together, or the world
 * @param sector what to sum over
 * @param window which months
 * @param period if given; else the newest
 * @param currency ISO 4217
 * @param areas which rows; the nation and all regions if empty
 */
public record SeriesQuestion(
    Partners partner,
    SectorFilter sector,
    Window window,
    Optional<YearMonth> period,
    String currency,
    List<Area> areas) {

  /** The parameters that name a table. */
  public static final List<String> PARAMETERS =
      List.of("partner", "period", "window", "currency", "sector", "region", AsOf.PARAMETER);

  /** Reads them. */
  public static SeriesQuestion of(Question question, Groups groups) {
    Window window = question.window();
    return new SeriesQuestion(
        question.partner(groups),
        question.sector(groups),
        window,
        question.period(window),
        question.currency(),
        question.areas(groups));
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
