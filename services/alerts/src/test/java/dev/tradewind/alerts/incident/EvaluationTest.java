package dev.tradewind.alerts.incident;

import static dev.tradewind.alerts.Samples.RULE;
import static dev.tradewind.alerts.Samples.millions;
import static dev.tradewind.alerts.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.Samples;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Status;
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
        evaluate(new Evidence(AUGUST, Map.of(JULY, DOWN_50, AUGUST, FINE), Set.of()));
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
    Progress progress = evaluate(new Evidence(JULY, Map.of(JUNE, FINE, JULY, DOWN_50), Set.of()));
    assertThat(kinds(progress)).isEqualTo("[CORRECTED 2025-06]");
    assertThat(standing()).isEqualTo("FIRING CRITICAL 2025-07 since 2025-07");
  }

  @Test
  void withdrawnDataWithdrawTheIncident() {
    evaluate(JULY, JULY, DOWN_50);
    Progress progress = evaluate(new Evidence(JULY, Map.of(JULY, HOLE), Set.of(JULY)));
    assertThat(kinds(progress)).isEqualTo("[WITHDRAWN 2025-07]");
    assertThat(standing()).startsWith("WITHDRAWN");
  }

  @Test
  void whenTheNewestPeriodIsWithdrawnTheOneBeforeDecidesAgain() {
    evaluate(JUNE, JUNE, DOWN_30);
    evaluate(JULY, JULY, FINE);
    assertThat(standing()).startsWith("RESOLVED");
    Progress progress =
        evaluate(new Evidence(JUNE, Map.of(JUNE, DOWN_30, JULY, HOLE), Set.of(JULY)));
    assertThat(kinds(progress)).isEqualTo("[WITHDRAWN 2025-07]");
    assertThat(standing()).isEqualTo("FIRING WARNING 2025-06 since 2025-06");
  }

  @Test
  void withdrawnDataThatComeBackRaiseItAgain() {
    evaluate(JULY, JULY, DOWN_50);
    evaluate(new Evidence(null, Map.of(JULY, HOLE), Set.of(JULY)));
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

  private Progress evaluate(YearMonth newest, YearMonth period, Figures figures) {
    return evaluate(new Evidence(newest, Map.of(period, figures), Set.of()));
  }

  private Progress evaluate(Evidence evidence) {
    Progress progress = Evaluation.advance(RULE, observed, evidence);
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
