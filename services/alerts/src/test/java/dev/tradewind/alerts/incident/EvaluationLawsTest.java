package dev.tradewind.alerts.incident;

import static dev.tradewind.alerts.Samples.RULE;
import static dev.tradewind.alerts.Samples.millions;
import static dev.tradewind.alerts.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Status;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

/** Whatever the history, some things always hold. */
class EvaluationLawsTest {
  private static final YearMonth FIRST = YearMonth.of(2025, 3);

  /** A month in which something is said, what is said, and whether data were taken back. */
  @Provide
  Arbitrary<List<Tuple3<Integer, Figures, Boolean>>> history() {
    Arbitrary<Integer> months = Arbitraries.integers().between(0, 5);
    Arbitrary<Figures> figures =
        Arbitraries.of(
            millions("100", "100"),
            millions("75", "100"),
            millions("70", "100"),
            millions("30", "100"),
            millions("0", "100"),
            millions("1", "9"),
            unknown(Status.HOLE),
            unknown(Status.NOT_COMPARABLE));
    return Combinators.combine(months, figures, Arbitraries.of(true, false))
        .as(Tuple::of)
        .list()
        .ofMaxSize(20);
  }

  @Property
  void evaluatingTheSameAgainChangesNothing(
      @ForAll("history") List<Tuple3<Integer, Figures, Boolean>> history) {
    World world = new World();
    for (var said : history) {
      Evidence evidence = world.hear(said);
      world.evaluate(evidence);
      Progress again =
          world.evaluate(new Evidence(evidence.newest(), evidence.figures(), Set.of()));
      assertThat(again.steps()).isEmpty();
      assertThat(again.changed()).isEmpty();
    }
  }

  @Property
  void whatIsNotComparableNeitherRaisesNorResolves(
      @ForAll("history") List<Tuple3<Integer, Figures, Boolean>> history) {
    World world = new World();
    for (var said : history) {
      Progress progress = world.evaluate(world.hear(said));
      boolean unknown = !said.get2().status().comparable();
      for (Step step : progress.steps()) {
        if (unknown && step.period().equals(month(said.get1()))) {
          assertThat(step.kind()).isEqualTo(StepKind.WITHDRAWN);
          assertThat(said.get3()).isTrue();
        }
      }
    }
  }

  @Property
  void aFiringIncidentRestsOnFiguresThatDeserveIt(
      @ForAll("history") List<Tuple3<Integer, Figures, Boolean>> history) {
    World world = new World();
    for (var said : history) {
      world.evaluate(world.hear(said));
      Standing standing = Standing.of(world.observed);
      if (standing != null && standing.firing()) {
        assertThat(standing.current().figures().yoy())
            .isNotNull()
            .isLessThanOrEqualTo(RULE.warning());
        assertThat(standing.current().figures().baseValue())
            .isGreaterThanOrEqualTo(RULE.guards().minBase());
        assertThat(standing.since().isAfter(standing.current().period())).isFalse();
      }
    }
  }

  @Property
  void withoutDataTakenBackThePeriodsMayComeInAnyOrder(
      @ForAll("history") List<Tuple3<Integer, Figures, Boolean>> history) {
    World piecewise = new World();
    for (var said : history) {
      piecewise.evaluate(piecewise.hear(Tuple.of(said.get1(), said.get2(), false)));
    }
    // Told again all at once, nothing is left to do.
    if (!piecewise.known.isEmpty()) {
      Progress again =
          piecewise.evaluate(
              new Evidence(piecewise.known.lastKey(), Map.copyOf(piecewise.known), Set.of()));
      assertThat(again.steps()).isEmpty();
    }
  }

  private static YearMonth month(int offset) {
    return FIRST.plusMonths(offset);
  }

  /** One region's cells, and its incident. */
  private static final class World {
    private final NavigableMap<YearMonth, Figures> known = new TreeMap<>();
    private NavigableMap<YearMonth, Observation> observed = new TreeMap<>();

    Evidence hear(Tuple3<Integer, Figures, Boolean> said) {
      YearMonth month = month(said.get1());
      Figures before = known.put(month, said.get2());
      Set<YearMonth> takenBack = new HashSet<>();
      if (said.get3()
          && before != null
          && before.status().comparable()
          && !said.get2().status().comparable()) {
        takenBack.add(month);
      }
      YearMonth newest = known.lastKey();
      Map<YearMonth, Figures> figures = new TreeMap<>(known);
      figures.keySet().retainAll(new HashSet<>(List.of(month, newest)));
      return new Evidence(newest, figures, takenBack);
    }

    Progress evaluate(Evidence evidence) {
      Progress progress = Evaluation.advance(RULE, observed, evidence);
      observed = progress.observations();
      return progress;
    }
  }
}
