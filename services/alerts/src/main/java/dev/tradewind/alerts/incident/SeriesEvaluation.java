package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Cells;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.rule.Judge;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.alerts.rule.Rules;
import dev.tradewind.alerts.store.Transaction;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries all incidents of a series over a change. */
public final class SeriesEvaluation {
  private SeriesEvaluation() {}

  /**
   * Evaluates all rules on the series after its indicators changed.
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
      Map<String, StoredIncident> incidents = incidents(transaction, rule.id(), series);
      Set<YearMonth> periods = observed(incidents.values());
      periods.retainAll(touched);
      told.addAll(periods);
      Round round = new Round(rule, newest, first(touched, newest), before, cause);
      told.addAll(round.evaluate(transaction, incidents));
    }
    if (newest != null) {
      told.add(newest);
    }
    return told;
  }

  /**
   * Evaluates one rule after it changed: every period that its incidents observed is judged again,
   * and incidents that it no longer covers are closed.
   *
   * @return by series, the periods whose messages may have to change
   */
  public static Map<Series, Set<YearMonth>> evaluate(
      Transaction transaction, Rule rule, @Nullable YearMonth newest, Cause cause) {
    Map<Series, Set<YearMonth>> told = close(transaction, rule.id(), rule, cause);
    Map<String, StoredIncident> incidents = incidents(transaction, rule.id(), rule.series());
    YearMonth since = first(observed(incidents.values()), newest);
    Round round = new Round(rule, newest, since, Map.of(), cause);
    told.computeIfAbsent(rule.series(), series -> new TreeSet<>())
        .addAll(round.evaluate(transaction, incidents));
    return told;
  }

  /**
   * Closes the incidents of a rule that no longer applies.
   *
   * @param covering what the rule still covers; null if nothing
   * @return by series, the periods whose messages may have to change
   */
  public static Map<Series, Set<YearMonth>> close(
      Transaction transaction, String id, @Nullable Rule covering, Cause cause) {
    Map<Series, Set<YearMonth>> told = new HashMap<>();
    for (Series series : IncidentStore.seriesOf(transaction, id)) {
      boolean watched = covering != null && covering.series().equals(series);
      incidents(transaction, id, series)
          .forEach(
              (region, incident) -> {
                if (watched && Objects.requireNonNull(covering).scope().contains(region)) {
                  return;
                }
                Progress progress = Evaluation.close(incident.observations());
                IncidentStore.save(
                    transaction, new IncidentKey(id, region, series), incident, progress, cause);
                progress
                    .changed()
                    .forEach(
                        observation ->
                            told.computeIfAbsent(series, any -> new TreeSet<>())
                                .add(observation.period()));
              });
    }
    return told;
  }

  /** The evaluation of one rule in one change. */
  private record Round(
      Rule rule,
      @Nullable YearMonth newest,
      YearMonth since,
      Map<String, Map<YearMonth, Figures>> before,
      Cause cause) {
    /** The periods whose observations changed. */
    Set<YearMonth> evaluate(Transaction transaction, Map<String, StoredIncident> incidents) {
      Set<YearMonth> changed = new TreeSet<>();
      Map<String, Map<YearMonth, Figures>> figures =
          Cells.figures(transaction, rule.series(), wanted(incidents.values()));
      Set<String> regions = new TreeSet<>(incidents.keySet());
      regions.addAll(figures.keySet());
      regions.removeIf(region -> !rule.scope().contains(region));
      for (String region : regions) {
        Map<YearMonth, Figures> known = figures.getOrDefault(region, Map.of());
        StoredIncident incident = incidents.getOrDefault(region, StoredIncident.none());
        Progress progress =
            Evaluation.advance(
                rule,
                incident.observations(),
                new Evidence(newest, since, known, takenBack(region, known)));
        IncidentStore.save(
            transaction,
            new IncidentKey(rule.id(), region, rule.series()),
            incident,
            progress,
            cause);
        progress.changed().forEach(observation -> changed.add(observation.period()));
      }
      return changed;
    }

    /** The newest, those observed that may have to be judged again, and what they look back at. */
    private Set<YearMonth> wanted(Collection<StoredIncident> incidents) {
      return Stream.concat(
              observed(incidents).stream().filter(period -> !period.isBefore(since)),
              Stream.ofNullable(newest))
          .flatMap(period -> Judge.periods(rule, period).stream())
          .collect(Collectors.toSet());
    }

    private Set<YearMonth> takenBack(String region, Map<YearMonth, Figures> now) {
      return before.getOrDefault(region, Map.of()).entrySet().stream()
          .filter(cell -> Judge.known(rule, cell.getKey(), cell.getValue()))
          .map(Map.Entry::getKey)
          .filter(period -> now.containsKey(period) && !Judge.known(rule, period, now.get(period)))
          .collect(Collectors.toSet());
    }
  }

  private static Map<String, StoredIncident> incidents(
      Transaction transaction, String rule, Series series) {
    return new TreeMap<>(IncidentStore.load(transaction, rule, series));
  }

  private static Set<YearMonth> observed(Collection<StoredIncident> incidents) {
    Set<YearMonth> periods = new TreeSet<>();
    incidents.forEach(incident -> periods.addAll(incident.observations().keySet()));
    return periods;
  }

  /** The first of some periods and the newest; where there are none, nothing is judged. */
  private static YearMonth first(Set<YearMonth> periods, @Nullable YearMonth newest) {
    return Stream.concat(periods.stream(), Stream.ofNullable(newest))
        .min(YearMonth::compareTo)
        .orElse(YearMonth.of(9999, 12));
  }
}
