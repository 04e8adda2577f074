package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Cells;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.alerts.rule.Rules;
import dev.tradewind.alerts.store.Transaction;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries all incidents of a series over a change. */
public final class SeriesEvaluation {
  private SeriesEvaluation() {}

  /**
   * Evaluates all rules on the series.
   *
   * @param newest the latest covered period; null if there is none
   * @param touched periods that the change has slices of
   * @param before what was known of the touched periods before the change, by region; empty if the
   *     change cannot have taken anything back
   * @return the periods whose messages may have to change
   */
  public static Set<YearMonth> evaluate(
      Transaction transaction,
      Series series,
      @Nullable YearMonth newest,
      Set<YearMonth> touched,
      Map<String, Map<YearMonth, Figures>> before,
      Cause cause) {
    Set<YearMonth> told = new TreeSet<>();
    for (Rule rule : Rules.watching(transaction, series)) {
      Map<String, StoredIncident> incidents =
          new TreeMap<>(IncidentStore.load(transaction, rule, series));
      Set<YearMonth> periods = periods(newest, touched, incidents);
      told.addAll(periods);
      Map<String, Map<YearMonth, Figures>> figures = Cells.figures(transaction, series, periods);
      Set<String> regions = new TreeSet<>(incidents.keySet());
      regions.addAll(figures.keySet());
      regions.removeIf(region -> !rule.scope().contains(region));
      for (String region : regions) {
        Map<YearMonth, Figures> known = figures.getOrDefault(region, Map.of());
        Evidence evidence =
            new Evidence(newest, known, takenBack(before.getOrDefault(region, Map.of()), known));
        StoredIncident incident =
            incidents.getOrDefault(region, new StoredIncident(null, new TreeMap<>()));
        Progress progress = Evaluation.advance(rule, incident.observations(), evidence);
        IncidentStore.save(
            transaction, new IncidentKey(rule.id(), region, series), incident, progress, cause);
        progress.changed().forEach(observation -> told.add(observation.period()));
      }
    }
    return told;
  }

  /** The newest, and those touched that some incident has observed. */
  private static Set<YearMonth> periods(
      @Nullable YearMonth newest, Set<YearMonth> touched, Map<String, StoredIncident> incidents) {
    Set<YearMonth> periods = new TreeSet<>();
    incidents.values().forEach(incident -> periods.addAll(incident.observations().keySet()));
    periods.retainAll(touched);
    if (newest != null) {
      periods.add(newest);
    }
    return periods;
  }

  private static Set<YearMonth> takenBack(
      Map<YearMonth, Figures> before, Map<YearMonth, Figures> now) {
    return before.entrySet().stream()
        .filter(cell -> cell.getValue().status().comparable())
        .map(Map.Entry::getKey)
        .filter(period -> now.containsKey(period) && !now.get(period).status().comparable())
        .collect(Collectors.toSet());
  }
}
