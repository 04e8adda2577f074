package dev.tradewind.alerts.rule;

import static dev.tradewind.alerts.Samples.RULE;
import static dev.tradewind.alerts.Samples.millions;
import static dev.tradewind.alerts.Samples.units;
import static dev.tradewind.alerts.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.Samples;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
  private static final YearMonth JULY = YearMonth.of(2025, 7);

  @ParameterizedTest(name = "{0} from 100 m is {1}")
  @CsvSource({
    "80.0001, clear",
    "80, warning",
    "60.0001, warning",
    "60, critical",
    "0, critical",
    "100, clear",
    "300, clear"
  })
  void theThresholdsThemselvesFire(String value, String expected) {
    assertThat(name(Judge.judge(RULE, JULY, millions(value, "100")))).isEqualTo(expected);
  }

  @Test
  void aBaseOfTenMillionIsJudgedAndOneBelowIsNot() {
    assertThat(name(Judge.judge(RULE, JULY, units("1", "10000000")))).isEqualTo("critical");
    assertThat(name(Judge.judge(RULE, JULY, units("1", "9999999.99")))).isEqualTo("unjudged");
  }

  @Test
  void aFlowThatCeasedIsCritical() {
    Figures ceased = millions("0", "50");
    assertThat(ceased.status()).isEqualTo(Status.CEASED);
    assertThat(name(Judge.judge(RULE, JULY, ceased))).isEqualTo("critical");
  }

  @Test
  void aNewFlowIsNotJudged() {
    Figures fresh =
        Samples.figures(
            BigDecimal.TEN, BigDecimal.ZERO, null, null, null, 1, Status.NEW_FLOW, List.of());
    assertThat(name(Judge.judge(RULE, JULY, fresh))).isEqualTo("unjudged");
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"HOLE", "NOT_COMPARABLE", "UNRECOGNISED"})
  void nothingFollowsFromDataThatCannotBeCompared(Status status) {
    Figures figures = millions("1", "100");
    Figures incomparable =
        Samples.figures(
            figures.value(), figures.baseValue(), figures.yoy(), null, null, 1, status, List.of());
    assertThat(name(Judge.judge(RULE, JULY, incomparable))).isEqualTo("unknown");
    assertThat(name(Judge.judge(RULE, JULY, unknown(status)))).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "ytd, 1, unjudged",
    "ytd, 2, critical",
    "month, 1, unjudged",
    "month, 2, unjudged",
    "month, 3, critical",
    "jan-feb, 2, critical",
    "r12m, 1, critical"
  })
  void theNewYearIsNeverJudgedByHalf(String window, int month, String expected) {
    Rule rule = Samples.rule(new Series("USA", "all", Window.of(window), "USD"));
    Verdict verdict = Judge.judge(rule, YearMonth.of(2025, month), millions("1", "100"));
    assertThat(name(verdict)).isEqualTo(expected);
  }

  @Test
  void theNationIsNotAProvince() {
    assertThat(Scope.PROVINCES.contains("CN")).isFalse();
    assertThat(Scope.PROVINCES.contains("CN-GD")).isTrue();
    assertThat(Scope.NATION.contains("CN")).isTrue();
    assertThat(Scope.NATION.contains("CN-GD")).isFalse();
  }

  @Property
  void aLargerFallIsNeverLessSevere(
      @ForAll @IntRange(max = 200) int less, @ForAll @IntRange(max = 200) int more) {
    int low = Math.min(less, more);
    int high = Math.max(less, more);
    assertThat(rank(Judge.judge(RULE, JULY, millions("" + low, "100"))))
        .isGreaterThanOrEqualTo(rank(Judge.judge(RULE, JULY, millions("" + high, "100"))));
  }

  private static int rank(Verdict verdict) {
    return verdict instanceof Verdict.Firing firing
        ? (firing.severity() == Severity.CRITICAL ? 2 : 1)
        : 0;
  }

  private static String name(Verdict verdict) {
    if (verdict instanceof Verdict.Firing firing) {
      return firing.severity().id();
    }
    return verdict instanceof Verdict.Clear
        ? "clear"
        : verdict instanceof Verdict.Unjudged ? "unjudged" : "unknown";
  }
}
