package dev.tradewind.alerts.backtest;

import dev.tradewind.alerts.incident.Evaluation;
import dev.tradewind.alerts.incident.Evidence;
import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.incident.Observation;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Judge;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.alerts.rule.Scope;
import dev.tradewind.contracts.code.Region;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Replays the evaluation over a history, period by period, as if each had been the newest. The
 * figures are those of today: what was revised since is replayed as revised.
 *
 * @param periods that were replayed
 * @param episodes what would have been raised, by region and period
 * @param messages in how many periods there would have been something to tell
 * @param unknown of how many regions nothing followed, by period; periods without are left out
 */
record Backtest(
    List<YearMonth> periods,
    List<Episode> episodes,
    int messages,
    NavigableMap<YearMonth, Integer> unknown) {
  /**
   * An alert from when it would have been raised to when it would have been over.
   *
   * @param since the first period
   * @param last the last period that deserved it
   * @param resolved the period that ended it; null if nothing did
   * @param count how many periods deserved it
   * @param worst the worst of them
   */
  record Episode(
      String region,
      YearMonth since,
      YearMonth last,
      @Nullable YearMonth resolved,
      int count,
      Observation worst) {}

  /**
   * Replays.
   *
   * @param periods in order
   * @param history by region; periods before the first one are only looked back at
   */
  static Backtest run(
      Rule rule, List<YearMonth> periods, Map<String, Map<YearMonth, Figures>> history) {
    List<Episode> episodes = new ArrayList<>();
    Set<YearMonth> told = new HashSet<>();
    NavigableMap<YearMonth, Integer> unknown = new TreeMap<>();
    for (String region : regions(rule.scope())) {
      Map<YearMonth, Figures> figures = history.getOrDefault(region, Map.of());
      NavigableMap<YearMonth, Observation> observed = new TreeMap<>();
      for (YearMonth period : periods) {
        if (!Judge.known(rule, period, figures.get(period))) {
          unknown.merge(period, 1, Integer::sum);
        }
        observed =
            Evaluation.advance(rule, observed, new Evidence(period, period, figures, Set.of()))
                .observations();
      }
      told.addAll(observed.keySet());
      episodes.addAll(episodes(rule, region, observed));
    }
    return new Backtest(List.copyOf(periods), List.copyOf(episodes), told.size(), unknown);
  }

  /** How often an alert would have come back after it was over, by region. */
  Map<String, Integer> flaps() {
    Map<String, Integer> raised = new TreeMap<>();
    episodes.forEach(episode -> raised.merge(episode.region(), 1, Integer::sum));
    raised.replaceAll((region, times) -> times - 1);
    raised.values().removeIf(times -> times == 0);
    return raised;
  }

  private static List<Episode> episodes(
      Rule rule, String region, NavigableMap<YearMonth, Observation> observed) {
    List<Episode> episodes = new ArrayList<>();
    List<Observation> going = new ArrayList<>();
    for (Observation observation : observed.values()) {
      if (observation.finding() == Finding.FIRING) {
        going.add(observation);
      } else if (!going.isEmpty()) {
        episodes.add(episode(rule, region, going, observation.period()));
        going.clear();
      }
    }
    if (!going.isEmpty()) {
      episodes.add(episode(rule, region, going, null));
    }
    return episodes;
  }

  private static Episode episode(
      Rule rule, String region, List<Observation> going, @Nullable YearMonth resolved) {
    Comparator<Observation> byNumber =
        Comparator.comparing(
            Observation::observed, Comparator.nullsFirst(Comparator.naturalOrder()));
    Observation worst =
        going.stream()
            .max(
                Comparator.comparing(Observation::severity)
                    .thenComparing(
                        rule.comparison() == Comparison.AT_OR_BELOW
                            ? byNumber.reversed()
                            : byNumber))
            .orElseThrow();
    return new Episode(
        region,
        going.get(0).period(),
        going.get(going.size() - 1).period(),
        resolved,
        going.size(),
        worst);
  }

  private static List<String> regions(Scope scope) {
    return switch (scope.kind()) {
      case PROVINCES -> Region.all().stream().map(Region::code).sorted().toList();
      case NATION -> List.of(Region.NATION);
      case REGIONS, GROUP -> scope.regions().stream().sorted().toList();
    };
  }
}
