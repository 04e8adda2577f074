package dev.tradewind.alerts.incident;

import static dev.tradewind.alerts.Samples.millions;
import static dev.tradewind.alerts.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.Samples;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.rule.Repetition;
import dev.tradewind.alerts.rule.Rule;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
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
  private static final BigDecimal WARNING = new BigDecimal("-0.2");

  /** Alone and over several periods, with and without a margin. */
  @Provide
  Arbitrary<Rule> rules() {
    return Combinators.combine(
            Arbitraries.of(
                Repetition.ONCE, new Repetition(1, 2), new Repetition(2, 3), new Repetition(3, 3)),
            Arbitraries.of("0", "0.04"))
        .as((repetition, margin) -> Samples.rule(repetition, margin));
  }

  /** A month in which something is said, what is said, and whether data were taken back. */
  @Provide
  Arbitrary<List<Tuple3<Integer, Figures, Boolean>>> history() {
    Arbitrary<Integer> months = Arbitraries.integers().between(0, 5);
    Arbitrary<Figures> figures =
        Arbitraries.of(
            millions("100", "100"),
            millions("83", "100"),
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
      @ForAll("rules") Rule rule,
      @ForAll("history") List<Tuple3<Integer, Figures, Boolean>> history) {
    World world = new World(rule);
    for (var said : history) {
      Evidence evidence = world.hear(said);
      world.evaluate(evidence);
      Progress again =
          world.evaluate(
              new Evidence(evidence.newest(), evidence.since(), evidence.figures(), Set.of()));
      assertThat(again.steps()).isEmpty();
      assertThat(again.changed()).isEmpty();
    }
  }

  @Property
  void whatIsNotComparableNeitherRaisesNorResolves(
      @ForAll("rules") Rule rule,
      @ForAll("history") List<Tuple3<Integer, Figures, Boolean>> history) {
    World world = new World(rule);
    for (var said : history) {
      Progress progress = world.evaluate(world.hear(said));
      boolean unknown = !said.get2().status().comparable();
      for (Step step : progress.steps()) {
        if (unknown && step.period().equals(month(said.get1()))) {
          assertThat(step.kind()).isEqualTo(StepKind.WITHDRAWN);
          assertThat(said.get3()).isTrue();
        }
        // What was hidden without being taken back moves no period, however far it is looked back.
        if (unknown && !said.get3()) {
          assertThat(step.kind()).isNotEqualTo(StepKind.WITHDRAWN);
        }
      }
    }
  }

  @Property
  void aFiringIncidentRestsOnFiguresThatDeserveIt(
      @ForAll("rules") Rule rule,
      @ForAll("history") List<Tuple3<Integer, Figures, Boolean>> history) {
    World world = new World(rule);
    for (var said : history) {
      world.evaluate(world.hear(said));
      Standing standing = Standing.of(world.observed);
      if (standing != null && standing.firing()) {
        Observation current = standing.current();
        assertThat(current.figures().yoy())
            .isNotNull()
            .isEqualTo(current.observed())
            .isLessThanOrEqualTo(current.threshold());
        assertThat(current.threshold()).isLessThanOrEqualTo(WARNING.add(rule.recoveryMargin()));
        // What lingers does so after something that reached the threshold; what new data hide
        // stays as it was, whatever becomes of the periods before it.
        YearMonth since = standing.since();
        if (Objects.requireNonNull(world.known.get(since)).status().comparable()) {
          assertThat(Objects.requireNonNull(world.observed.get(since)).observed())
              .isLessThanOrEqualTo(WARNING);
        }
        assertThat(current.figures().baseValue()).isGreaterThanOrEqualTo(rule.guards().minBase());
        assertThat(standing.since().isAfter(standing.current().period())).isFalse();
      }
    }
  }

  @Property
  void withoutDataTakenBackThePeriodsMayComeInAnyOrder(
      @ForAll("rules") Rule rule,
      @ForAll("history") List<Tuple3<Integer, Figures, Boolean>> history) {
    World piecewise = new World(rule);
    for (var said : history) {
      piecewise.evaluate(piecewise.hear(Tuple.of(said.get1(), said.get2(), false)));
    }
    // Told again all at once, nothing is left to do.
    if (!piecewise.known.isEmpty()) {
      Progress again =
          piecewise.evaluate(
              new Evidence(
                  piecewise.known.lastKey(),
                  piecewise.known.firstKey(),
                  Map.copyOf(piecewise.known),
                  Set.of()));
      assertThat(again.steps()).isEmpty();
    }
  }

  private static YearMonth month(int offset) {
    return FIRST.plusMonths(offset);
  }

  /** One region's cells, and its incident. */
  private static final class World {
    private final Rule rule;
    private final NavigableMap<YearMonth, Figures> known = new TreeMap<>();
    private NavigableMap<YearMonth, Observation> observed = new TreeMap<>();

    World(Rule rule) {
      this.rule = rule;
    }

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
      return new Evidence(newest, month, new TreeMap<>(known), takenBack);
    }

    Progress evaluate(Evidence evidence) {
      Progress progress = Evaluation.advance(rule, observed, evidence);
      observed = progress.observations();
      return progress;
    }
  }
}
