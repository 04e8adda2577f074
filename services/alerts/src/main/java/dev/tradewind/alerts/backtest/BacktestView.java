package dev.tradewind.alerts.backtest;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.contracts.code.Region;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have done.
 *
 * @param from the first period that was replayed; null if none is known
 * @param to the last one
 * @param periods how many were
 * @param raised how many alerts would have been raised
 * @param flaps how often alerts would have come back after they were over
 * @param messages how many messages a channel would have got for newest periods
 * @param unknown figures from which nothing follows
 * @param vintage of which data this is
 */
@Schema(name = "AlertBacktest", description = "What a rule would have raised over history.")
@RegisterForReflection
record BacktestView(
    @Schema(examples = "us-exports-drop") String rule,
    @Schema(examples = "2018-01") @Nullable String from,
    @Schema(examples = "2025-08") @Nullable String to,
    @Schema(examples = "92") int periods,
    @Schema(examples = "41") int raised,
    @Schema(examples = "7") int flaps,
    @Schema(examples = "36") int messages,
    List<EpisodeView> alerts,
    @Schema(description = "Whether there were more alerts than are listed.") boolean truncated,
    List<FlapView> flapping,
    UnknownView unknown,
    @Schema(examples = "the data as they are known today") String vintage) {
  private static final int MOST = 1000;
  private static final String TODAY =
      "The data as they are known today: what was revised or withdrawn since is replayed as it is"
          + " now, so alerts that rested on earlier figures are not shown.";

  /** An alert that would have been raised. */
  @Schema(name = "AlertBacktestAlert")
  @RegisterForReflection
  record EpisodeView(
      @Schema(examples = "CN-SD") String region,
      @Schema(examples = "Shandong") String regionName,
      @Schema(examples = "2025-04") String since,
      @Schema(examples = "2025-06", description = "The last period that deserved it.") String last,
      @Schema(examples = "2025-07", description = "The period that ended it.")
          @Nullable String resolved,
      @Schema(examples = "3") int periods,
      WorstView worst) {}

  /** The worst figures of an alert. */
  @Schema(name = "AlertBacktestWorst")
  @RegisterForReflection
  record WorstView(
      @Schema(examples = "2025-05") String period,
      @Schema(
              examples = "critical",
              enumeration = {"warning", "critical"})
          String severity,
      @Schema(examples = "-0.568812") @Nullable BigDecimal observed,
      @Schema(examples = "-0.4") BigDecimal threshold,
      @Schema(examples = "17867091") @Nullable String value,
      @Schema(examples = "41436000") @Nullable String baseValue,
      @Schema(examples = "-0.568812") @Nullable BigDecimal yoy) {}

  /** A region whose alert would have come back. */
  @Schema(name = "AlertBacktestFlaps")
  @RegisterForReflection
  record FlapView(
      @Schema(examples = "CN-QH") String region,
      @Schema(examples = "Qinghai") String regionName,
      @Schema(examples = "3") int times) {}

  /** What could not be judged. */
  @Schema(name = "AlertBacktestUnknown")
  @RegisterForReflection
  record UnknownView(
      @Schema(examples = "62", description = "Figures of a region and a period.") int figures,
      List<HoleView> periods) {}

  /** A period of which not everything is known. */
  @Schema(name = "AlertBacktestHole")
  @RegisterForReflection
  record HoleView(
      @Schema(examples = "2020-01") String period, @Schema(examples = "31") int regions) {}

  static BacktestView of(Rule rule, Backtest backtest) {
    List<YearMonth> periods = backtest.periods();
    var flaps = backtest.flaps();
    return new BacktestView(
        rule.id(),
        periods.isEmpty() ? null : periods.get(0).toString(),
        periods.isEmpty() ? null : periods.get(periods.size() - 1).toString(),
        periods.size(),
        backtest.episodes().size(),
        flaps.values().stream().mapToInt(Integer::intValue).sum(),
        backtest.messages(),
        backtest.episodes().stream().limit(MOST).map(BacktestView::alert).toList(),
        backtest.episodes().size() > MOST,
        flaps.entrySet().stream()
            .map(flap -> new FlapView(flap.getKey(), Region.nameEn(flap.getKey()), flap.getValue()))
            .toList(),
        new UnknownView(
            backtest.unknown().values().stream().mapToInt(Integer::intValue).sum(),
            backtest.unknown().entrySet().stream()
                .map(hole -> new HoleView(hole.getKey().toString(), hole.getValue()))
                .toList()),
        TODAY);
  }

  private static EpisodeView alert(Backtest.Episode episode) {
    Figures figures = episode.worst().figures();
    YearMonth resolved = episode.resolved();
    return new EpisodeView(
        episode.region(),
        Region.nameEn(episode.region()),
        episode.since().toString(),
        episode.last().toString(),
        resolved == null ? null : resolved.toString(),
        episode.count(),
        new WorstView(
            episode.worst().period().toString(),
            episode.worst().severity().id(),
            episode.worst().observed(),
            episode.worst().threshold(),
            plain(figures.value()),
            plain(figures.baseValue()),
            figures.yoy()));
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
