package dev.tradewind.alerts.backtest;

import static dev.tradewind.alerts.Samples.RULE;
import static dev.tradewind.alerts.Samples.millions;
import static dev.tradewind.alerts.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.Samples;
import dev.tradewind.alerts.incident.Evaluation;
import dev.tradewind.alerts.incident.Evidence;
import dev.tradewind.alerts.incident.Observation;
import dev.tradewind.alerts.incident.Step;
import dev.tradewind.alerts.incident.StepKind;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.rule.Repetition;
import dev.tradewind.alerts.rule.Rule;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final YearMonth FIRST = YearMonth.of(2024, 3);

  @Test
  void itTellsWhatWouldHaveBeenRaised() {
    List<Figures> figures =
        List.of(
            millions("99", "100"),
            millions("70", "100"),
            millions("40", "100"),
            millions("99", "100"),
            unknown(Status.HOLE),
            millions("75", "100"));
    Backtest backtest = Backtest.run(RULE, periods(6), Map.of("CN-YN", series(figures)));

    assertThat(backtest.episodes())
        .extracting(
            episode ->
                episode.region()
                    + " "
                    + episode.since()
                    + " to "
                    + episode.last()
                    + " over "
                    + episode.resolved()
                    + " worst "
                    + episode.worst().period())
        .containsExactly(
            "CN-YN 2024-04 to 2024-05 over 2024-06 worst 2024-05",
            "CN-YN 2024-08 to 2024-08 over null worst 2024-08");
    assertThat(backtest.messages()).isEqualTo(4);
    assertThat(backtest.flaps()).containsExactly(Map.entry("CN-YN", 1));
    assertThat(backtest.unknown()).containsEntry(YearMonth.of(2024, 7), 31);
    assertThat(backtest.unknown()).containsEntry(YearMonth.of(2024, 3), 30);
  }

  @Test
  void withoutHistoryThereIsNothing() {
    Backtest backtest = Backtest.run(RULE, List.of(), Map.of());
    assertThat(backtest.episodes()).isEmpty();
    assertThat(backtest.messages()).isZero();
  }

  @Provide
  Arbitrary<Rule> rules() {
    return Combinators.combine(
            Arbitraries.of(Repetition.ONCE, new Repetition(2, 3), new Repetition(3, 4)),
            Arbitraries.of("0", "0.04"))
        .as((repetition, margin) -> Samples.rule(repetition, margin));
  }

  @Provide
  Arbitrary<List<Figures>> histories() {
    return Arbitraries.of(
            millions("100", "100"),
            millions("83", "100"),
            millions("75", "100"),
            millions("30", "100"),
            millions("1", "9"),
            unknown(Status.HOLE),
            unknown(Status.NOT_COMPARABLE))
        .list()
        .ofMinSize(1)
        .ofMaxSize(24);
  }

  /**
   * Live, a release brings a new month, and cells of earlier months are told again with it; only
   * what was known by then is at hand.
   */
  @Property
  void itRaisesWhatTheLiveEvaluationRaises(
      @ForAll("rules") Rule rule, @ForAll("histories") List<Figures> history) {
    NavigableMap<YearMonth, Figures> known = new TreeMap<>();
    NavigableMap<YearMonth, Observation> observed = new TreeMap<>();
    List<String> live = new ArrayList<>();
    Map<YearMonth, Figures> all = series(history);
    for (YearMonth period : periods(history.size())) {
      known.put(period, all.get(period));
      YearMonth told = period.minusMonths(2).isBefore(FIRST) ? FIRST : period.minusMonths(2);
      var progress =
          Evaluation.advance(
              rule, observed, new Evidence(period, told, Map.copyOf(known), Set.of()));
      observed = progress.observations();
      for (Step step : progress.steps()) {
        if (step.kind() == StepKind.RAISED || step.kind() == StepKind.RESOLVED) {
          live.add(step.kind() + " " + step.period());
        }
      }
    }

    List<String> replayed = new ArrayList<>();
    Backtest backtest =
        Backtest.run(rule, periods(history.size()), Map.of("CN-YN", series(history)));
    for (Backtest.Episode episode : backtest.episodes()) {
      replayed.add("RAISED " + episode.since());
      if (episode.resolved() != null) {
        replayed.add("RESOLVED " + episode.resolved());
      }
    }

    assertThat(replayed).isEqualTo(live);
  }

  private static List<YearMonth> periods(int count) {
    return IntStream.range(0, count).mapToObj(i -> FIRST.plusMonths(i)).toList();
  }

  private static Map<YearMonth, Figures> series(List<Figures> figures) {
    Map<YearMonth, Figures> series = new HashMap<>();
    for (int i = 0; i < figures.size(); i++) {
      series.put(FIRST.plusMonths(i), figures.get(i));
    }
    return series;
  }
}
