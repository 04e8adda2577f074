package dev.tradewind.alerts.incident;

import static dev.tradewind.alerts.Samples.RULE;
import static dev.tradewind.alerts.Samples.millions;
import static dev.tradewind.alerts.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.Samples;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.rule.Repetition;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.alerts.rule.Severity;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final YearMonth JUNE = YearMonth.of(2025, 6);
  private static final YearMonth JULY = YearMonth.of(2025, 7);
  private static final YearMonth AUGUST = YearMonth.of(2025, 8);
  private static final Figures FINE = millions("99", "100");
  private static final Figures DOWN_30 = millions("70", "100");
  private static final Figures DOWN_50 = millions("50", "100");
  private static final Figures HOLE = unknown(Status.HOLE);

  private static final YearMonth SEPTEMBER = YearMonth.of(2025, 9);

  private Rule rule = RULE;
  private NavigableMap<YearMonth, Observation> observed = new TreeMap<>();

  @Test
  void aFallInTheNewestPeriodRaisesAnIncident() {
    Progress progress = evaluate(JULY, JULY, DOWN_30);
    assertThat(kinds(progress)).isEqualTo("[RAISED 2025-07]");
    assertThat(standing()).isEqualTo("FIRING WARNING 2025-07 since 2025-07");
  }

  @Test
  void aFallInAnOlderPeriodRaisesNothing() {
    Progress progress =
        evaluate(new Evidence(AUGUST, JULY, Map.of(JULY, DOWN_50, AUGUST, FINE), Set.of()));
    assertThat(progress.steps()).isEmpty();
    assertThat(progress.standing()).isNull();
  }

  @Test
  void theSameIncidentGoesOnWorsensEasesAndRecovers() {
    evaluate(JUNE, JUNE, DOWN_30);
    assertThat(kinds(evaluate(JULY, JULY, DOWN_50))).isEqualTo("[WORSENED 2025-07]");
    assertThat(standing()).isEqualTo("FIRING CRITICAL 2025-07 since 2025-06");
    assertThat(kinds(evaluate(AUGUST, AUGUST, millions("71", "100")))).isEqualTo("[EASED 2025-08]");
    assertThat(kinds(evaluate(AUGUST.plusMonths(1), AUGUST.plusMonths(1), DOWN_30)))
        .isEqualTo("[CONTINUED 2025-09]");
    assertThat(kinds(evaluate(AUGUST.plusMonths(2), AUGUST.plusMonths(2), FINE)))
        .isEqualTo("[RESOLVED 2025-10]");
    assertThat(standing()).isEqualTo("RESOLVED WARNING 2025-10 since 2025-06");
  }

  @Test
  void anIncidentThatEndedMayBeginAgain() {
    evaluate(JUNE, JUNE, DOWN_30);
    evaluate(JULY, JULY, FINE);
    assertThat(kinds(evaluate(AUGUST, AUGUST, DOWN_50))).isEqualTo("[RAISED 2025-08]");
    assertThat(standing()).isEqualTo("FIRING CRITICAL 2025-08 since 2025-08");
  }

  @Test
  void missingDataNeitherRaisesNorResolves() {
    assertThat(evaluate(JULY, JULY, HOLE).steps()).isEmpty();
    evaluate(JULY, JULY, DOWN_30);
    assertThat(evaluate(AUGUST, AUGUST, HOLE).steps()).isEmpty();
    assertThat(evaluate(AUGUST, AUGUST, unknown(Status.NOT_COMPARABLE)).steps()).isEmpty();
    assertThat(standing()).isEqualTo("FIRING WARNING 2025-07 since 2025-07");
  }

  @Test
  void newDataThatHideTheComparisonDoNotResolve() {
    evaluate(JULY, JULY, DOWN_30);
    assertThat(evaluate(JULY, JULY, unknown(Status.NOT_COMPARABLE)).steps()).isEmpty();
    assertThat(standing()).startsWith("FIRING");
  }

  @Test
  void aNewerPeriodWithTooSmallABaseDoesNotResolve() {
    evaluate(JULY, JULY, DOWN_30);
    assertThat(evaluate(AUGUST, AUGUST, millions("5", "5")).steps()).isEmpty();
    assertThat(standing()).startsWith("FIRING");
  }

  @Test
  void aRevisionCorrectsTheFigures() {
    evaluate(JULY, JULY, DOWN_50);
    Progress progress = evaluate(JULY, JULY, DOWN_30);
    assertThat(kinds(progress)).isEqualTo("[CORRECTED 2025-07]");
    assertThat(progress.steps().get(0).was()).isEqualTo(DOWN_50);
    assertThat(progress.steps().get(0).now()).isEqualTo(DOWN_30);
    assertThat(standing()).isEqualTo("FIRING WARNING 2025-07 since 2025-07");
  }

  @Test
  void aRevisionThatShowsThatItNeverFellClosesAsCorrected() {
    evaluate(JULY, JULY, DOWN_50);
    assertThat(kinds(evaluate(JULY, JULY, FINE))).isEqualTo("[CORRECTED 2025-07]");
    assertThat(standing()).isEqualTo("CORRECTED CRITICAL 2025-07 since 2025-07");
  }

  @Test
  void aRevisionToTooSmallABaseClosesAsCorrected() {
    evaluate(JULY, JULY, DOWN_50);
    assertThat(kinds(evaluate(JULY, JULY, millions("1", "9")))).isEqualTo("[CORRECTED 2025-07]");
    assertThat(standing()).startsWith("CORRECTED");
  }

  @Test
  void aRevisionOfAContinuedIncidentResolvesIt() {
    evaluate(JUNE, JUNE, DOWN_50);
    evaluate(JULY, JULY, DOWN_50);
    assertThat(kinds(evaluate(JULY, JULY, FINE))).isEqualTo("[CORRECTED 2025-07]");
    assertThat(standing()).isEqualTo("RESOLVED CRITICAL 2025-07 since 2025-06");
  }

  @Test
  void anOlderPeriodCorrectsOnlyItsOwnObservation() {
    evaluate(JUNE, JUNE, DOWN_50);
    evaluate(JULY, JULY, DOWN_50);
    Progress progress =
        evaluate(new Evidence(JULY, JUNE, Map.of(JUNE, FINE, JULY, DOWN_50), Set.of()));
    assertThat(kinds(progress)).isEqualTo("[CORRECTED 2025-06]");
    assertThat(standing()).isEqualTo("FIRING CRITICAL 2025-07 since 2025-07");
  }

  @Test
  void withdrawnDataWithdrawTheIncident() {
    evaluate(JULY, JULY, DOWN_50);
    Progress progress = evaluate(new Evidence(JULY, JULY, Map.of(JULY, HOLE), Set.of(JULY)));
    assertThat(kinds(progress)).isEqualTo("[WITHDRAWN 2025-07]");
    assertThat(standing()).startsWith("WITHDRAWN");
  }

  @Test
  void whenTheNewestPeriodIsWithdrawnTheOneBeforeDecidesAgain() {
    evaluate(JUNE, JUNE, DOWN_30);
    evaluate(JULY, JULY, FINE);
    assertThat(standing()).startsWith("RESOLVED");
    Progress progress =
        evaluate(new Evidence(JUNE, JUNE, Map.of(JUNE, DOWN_30, JULY, HOLE), Set.of(JULY)));
    assertThat(kinds(progress)).isEqualTo("[WITHDRAWN 2025-07]");
    assertThat(standing()).isEqualTo("FIRING WARNING 2025-06 since 2025-06");
  }

  @Test
  void withdrawnDataThatComeBackRaiseItAgain() {
    evaluate(JULY, JULY, DOWN_50);
    evaluate(new Evidence(null, JULY, Map.of(JULY, HOLE), Set.of(JULY)));
    assertThat(standing()).startsWith("WITHDRAWN");
    assertThat(kinds(evaluate(JULY, JULY, DOWN_50))).isEqualTo("[RAISED 2025-07]");
    assertThat(standing()).isEqualTo("FIRING CRITICAL 2025-07 since 2025-07");
  }

  @Test
  void aChangeOfSharesAloneIsStoredWithoutAStep() {
    evaluate(JULY, JULY, DOWN_50);
    Figures other =
        Samples.figures(
            DOWN_50.value(),
            DOWN_50.baseValue(),
            DOWN_50.yoy(),
            null,
            null,
            2,
            DOWN_50.status(),
            DOWN_50.reasons());
    Progress progress = evaluate(JULY, JULY, other);
    assertThat(progress.steps()).isEmpty();
    assertThat(progress.changed()).hasSize(1);
  }

  @Test
  void aMarginKeepsAnIncidentThatGoesOnButRaisesNothing() {
    rule = Samples.rule(Repetition.ONCE, "0.05");
    // −18 % is not a fall of 20 %
    assertThat(evaluate(JUNE, JUNE, millions("82", "100")).steps()).isEmpty();
    evaluate(JULY, JULY, DOWN_30);
    assertThat(kinds(evaluate(AUGUST, AUGUST, millions("82", "100"))))
        .isEqualTo("[CONTINUED 2025-08]");
    assertThat(standing()).isEqualTo("FIRING WARNING 2025-08 since 2025-07");
    assertThat(observed.get(AUGUST).threshold()).isEqualByComparingTo("-0.15");
    assertThat(observed.get(AUGUST).observed()).isEqualByComparingTo("-0.18");
    assertThat(kinds(evaluate(SEPTEMBER, SEPTEMBER, millions("86", "100"))))
        .isEqualTo("[RESOLVED 2025-09]");
  }

  @Test
  void whatLingersFallsWithTheAlertThatItContinued() {
    rule = Samples.rule(Repetition.ONCE, "0.05");
    evaluate(JULY, JULY, DOWN_30);
    evaluate(AUGUST, AUGUST, millions("82", "100"));

    Map<YearMonth, Figures> known = Map.of(JULY, FINE, AUGUST, millions("82", "100"));
    Progress progress = evaluate(new Evidence(AUGUST, JULY, known, Set.of()));

    assertThat(kinds(progress)).isEqualTo("[CORRECTED 2025-07, CORRECTED 2025-08]");
    assertThat(standing()).startsWith("CORRECTED");
  }

  @Test
  void twoOfThreePeriodsRaiseAndTooFewKeep() {
    rule = Samples.rule(new Repetition(2, 3), "0");
    Map<YearMonth, Figures> known = new TreeMap<>();
    YearMonth april = JUNE.minusMonths(2);
    assertThat(kinds(next(known, april, FINE))).isEqualTo("[]");
    assertThat(kinds(next(known, april.plusMonths(1), FINE))).isEqualTo("[]");
    assertThat(kinds(next(known, JUNE, DOWN_30))).isEqualTo("[]");
    assertThat(kinds(next(known, JULY, FINE))).isEqualTo("[]");
    assertThat(kinds(next(known, AUGUST, DOWN_30))).isEqualTo("[RAISED 2025-08]");
    assertThat(kinds(next(known, SEPTEMBER, FINE))).isEqualTo("[RESOLVED 2025-09]");
  }

  @Test
  void whatTwoOfThreeRestOnMayBeTakenBack() {
    rule = Samples.rule(new Repetition(2, 3), "0");
    Map<YearMonth, Figures> known = new TreeMap<>();
    next(known, JUNE, DOWN_30);
    assertThat(kinds(next(known, JULY, DOWN_30))).isEqualTo("[RAISED 2025-07]");

    known.put(JUNE, HOLE);
    assertThat(kinds(evaluate(new Evidence(JULY, JUNE, known, Set.of())))).isEqualTo("[]");
    assertThat(kinds(evaluate(new Evidence(JULY, JUNE, known, Set.of(JUNE)))))
        .isEqualTo("[WITHDRAWN 2025-07]");
  }

  @Test
  void aRuleThatEndsClosesWhatFiresAndNothingElse() {
    assertThat(Evaluation.close(observed).steps()).isEmpty();
    evaluate(JUNE, JUNE, DOWN_50);
    evaluate(JULY, JULY, DOWN_30);
    Progress closed = Evaluation.close(observed);
    observed = closed.observations();
    assertThat(kinds(closed)).isEqualTo("[CLOSED 2025-07]");
    assertThat(standing()).isEqualTo("CLOSED WARNING 2025-07 since 2025-06");
    assertThat(Evaluation.close(observed).steps()).isEmpty();
    // In force again, the newest period raises it again, and it goes on since June.
    assertThat(kinds(evaluate(JULY, JULY, DOWN_30))).isEqualTo("[RAISED 2025-07]");
    assertThat(standing()).isEqualTo("FIRING WARNING 2025-07 since 2025-06");
  }

  @Test
  void aRuleThatComesBackRaisesNoOldPeriod() {
    evaluate(JULY, JULY, DOWN_30);
    observed = Evaluation.close(observed).observations();
    Map<YearMonth, Figures> known = Map.of(JULY, DOWN_30, AUGUST, FINE);
    assertThat(kinds(evaluate(new Evidence(AUGUST, JULY, known, Set.of())))).isEqualTo("[]");
    assertThat(standing()).startsWith("CLOSED");
  }

  @Test
  void otherThresholdsCorrect() {
    evaluate(JULY, JULY, DOWN_30);
    rule = Samples.rule("-0.25", null);
    assertThat(kinds(evaluate(JULY, JULY, DOWN_30))).isEqualTo("[]");
    assertThat(observed.get(JULY).threshold()).isEqualByComparingTo("-0.25");
    rule = Samples.rule("-0.35", null);
    assertThat(kinds(evaluate(JULY, JULY, DOWN_30))).isEqualTo("[CORRECTED 2025-07]");
    assertThat(standing()).startsWith("CORRECTED");
    rule = Samples.rule("-0.1", "-0.3");
    assertThat(kinds(evaluate(JULY, JULY, DOWN_30))).isEqualTo("[RAISED 2025-07]");
    assertThat(standing()).startsWith("FIRING CRITICAL");
  }

  @Test
  void whoTookAnIncidentOnIsAskedAgainWhenItGetsWorse() {
    evaluate(JUNE, JUNE, DOWN_30);
    StoredIncident taken =
        new StoredIncident(new TreeMap<>(observed), new Acknowledgement(Severity.WARNING));
    evaluate(JULY, JULY, millions("75", "100"));
    assertThat(taken.state(now())).isEqualTo(IncidentState.ACKNOWLEDGED);
    evaluate(AUGUST, AUGUST, DOWN_50);
    assertThat(taken.state(now())).isEqualTo(IncidentState.FIRING);
    evaluate(SEPTEMBER, SEPTEMBER, FINE);
    assertThat(taken.state(now())).isEqualTo(IncidentState.RESOLVED);
  }

  private Standing now() {
    return Objects.requireNonNull(Standing.of(observed));
  }

  private Progress next(Map<YearMonth, Figures> known, YearMonth period, Figures figures) {
    known.put(period, figures);
    return evaluate(new Evidence(period, period, known, Set.of()));
  }

  private Progress evaluate(YearMonth newest, YearMonth period, Figures figures) {
    return evaluate(new Evidence(newest, period, Map.of(period, figures), Set.of()));
  }

  private Progress evaluate(Evidence evidence) {
    Progress progress = Evaluation.advance(rule, observed, evidence);
    observed = progress.observations();
    return progress;
  }

  private static String kinds(Progress progress) {
    return progress.steps().stream()
        .map(step -> step.kind() + " " + step.period())
        .toList()
        .toString();
  }

  private String standing() {
    @Nullable Standing standing = Standing.of(observed);
    Objects.requireNonNull(standing);
    return standing.state()
        + " "
        + standing.current().severity()
        + " "
        + standing.current().period()
        + " since "
        + standing.since();
  }
}
