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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
  private static final YearMonth JULY = YearMonth.of(2025, 7);
  private static final Guards NO_GUARDS =
      new Guards(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, true);

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
    assertThat(name(judged(RULE, JULY, millions(value, "100")))).isEqualTo(expected);
  }

  @Test
  void aBaseOfTenMillionIsJudgedAndOneBelowIsNot() {
    assertThat(name(judged(RULE, JULY, units("1", "10000000")))).isEqualTo("critical");
    assertThat(name(judged(RULE, JULY, units("1", "9999999.99")))).isEqualTo("unjudged");
  }

  @Test
  void aFlowThatCeasedIsCritical() {
    Figures ceased = millions("0", "50");
    assertThat(ceased.status()).isEqualTo(Status.CEASED);
    assertThat(name(judged(RULE, JULY, ceased))).isEqualTo("critical");
  }

  @Test
  void aNewFlowIsNotJudged() {
    Figures fresh =
        Samples.figures(
            BigDecimal.TEN, BigDecimal.ZERO, null, null, null, 1, Status.NEW_FLOW, List.of());
    assertThat(name(judged(RULE, JULY, fresh))).isEqualTo("unjudged");
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
    assertThat(name(judged(RULE, JULY, incomparable))).isEqualTo("unknown");
    assertThat(name(judged(RULE, JULY, unknown(status)))).isEqualTo("unknown");
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
    Verdict verdict = judged(rule, YearMonth.of(2025, month), millions("1", "100"));
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
    assertThat(rank(judged(RULE, JULY, millions("" + low, "100"))))
        .isGreaterThanOrEqualTo(rank(judged(RULE, JULY, millions("" + high, "100"))));
  }

  @ParameterizedTest(name = "{0} {1} {2} is {3}")
  @CsvSource({
    "value, at-or-below, 70000000, warning",
    "value, at-or-below, 69999999, clear",
    "change, at-or-below, -30000000, warning",
    "yoy, at-or-above, -0.3, warning",
    "yoy, at-or-above, -0.29, clear",
    "share, at-or-above, 0.05, warning",
    "shareChange, at-or-below, -0.01, warning",
    "rank, at-or-above, 7, warning",
    "rank, at-or-above, 8, clear",
    "rankChange, at-or-below, -3, warning",
    "exposure, at-or-above, 0.118, warning",
    "exposureChange, at-or-below, -0.02, warning",
    "contribution, at-or-below, -0.0123, warning",
    "zScore, at-or-below, -3, warning",
    "zScore, at-or-below, -3.3, clear"
  })
  void everyIndicatorIsCompared(
      String indicator, String comparison, String threshold, String expected) {
    Rule rule = other(indicator, comparison, threshold, NO_GUARDS);
    Verdict verdict = judged(rule, JULY, whole(Status.OK));
    assertThat(name(verdict)).isEqualTo(expected);
    if (verdict instanceof Verdict.Firing firing) {
      assertThat(firing.observed())
          .isEqualByComparingTo(Objects.requireNonNull(rule.indicator().of(whole(Status.OK))));
    }
  }

  @Test
  void aLevelNeedsNoYearBeforeAndAChangeDoes() {
    Figures figures = whole(Status.NOT_COMPARABLE);
    assertThat(name(judged(other("exposure", "at-or-above", "0.1", NO_GUARDS), JULY, figures)))
        .isEqualTo("warning");
    assertThat(name(judged(other("exposureChange", "at-or-below", "0", NO_GUARDS), JULY, figures)))
        .isEqualTo("unknown");
    assertThat(
            name(
                judged(
                    other("value", "at-or-below", "1e12", NO_GUARDS), JULY, unknown(Status.HOLE))))
        .isEqualTo("unknown");
  }

  @Test
  void anIndicatorThatIsNotDefinedSaysNothing() {
    assertThat(
            name(
                judged(
                    other("zScore", "at-or-below", "-3", NO_GUARDS), JULY, millions("70", "100"))))
        .isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "30000000, 0, warning",
    "30000001, 0, clear",
    "0, 0.0123, warning",
    "0, 0.0124, clear"
  })
  void whatMattersTooLittleIsNoAlert(
      BigDecimal minChange, BigDecimal minContribution, String expected) {
    Guards guards = new Guards(BigDecimal.ZERO, minChange, minContribution, true);
    assertThat(name(judged(other("yoy", "at-or-below", "-0.2", guards), JULY, whole(Status.OK))))
        .isEqualTo(expected);
    // What it would matter is not known: nothing follows.
    Figures vague =
        Samples.figures(
            null, new BigDecimal(100), new BigDecimal("-0.3"), null, null, 1, Status.OK, List.of());
    assertThat(name(judged(other("yoy", "at-or-below", "-0.2", guards), JULY, vague)))
        .isEqualTo("unknown");
  }

  @Test
  void aMarginLingers() {
    Rule rule = Samples.rule(Repetition.ONCE, "0.05");
    assertThat(name(judged(rule, JULY, millions("80", "100")))).isEqualTo("warning");
    assertThat(name(judged(rule, JULY, millions("81", "100")))).isEqualTo("lingering");
    assertThat(name(judged(rule, JULY, millions("85", "100")))).isEqualTo("lingering");
    assertThat(name(judged(rule, JULY, millions("85.0001", "100")))).isEqualTo("clear");
  }

  @ParameterizedTest(name = "2 of 3 in {0} {1} {2} is {3}")
  @CsvSource({
    "99, 99, 70, lingering",
    "70, 99, 70, warning",
    "70, 70, 99, clear",
    "50, 70, 50, critical",
    "50, 70, 70, warning",
    "70, 70, 50, warning",
    "-, 99, 70, unknown",
    "-, -, 70, unknown",
    "-, 70, 70, warning",
    "70, 70, -, unknown"
  })
  void nOfMCountsWhatIsKnown(String before, String last, String now, String expected) {
    Rule rule = Samples.rule(new Repetition(2, 3), "0");
    Map<YearMonth, Figures> known = new HashMap<>();
    known.put(JULY.minusMonths(2), figures(before));
    known.put(JULY.minusMonths(1), figures(last));
    known.put(JULY, figures(now));
    assertThat(name(Judge.judge(rule, JULY, known))).isEqualTo(expected);
  }

  @Test
  void theLastPeriodsOfJanuaryAndFebruaryAreYears() {
    Rule rule = Samples.rule(new Series("USA", "all", Window.JAN_FEB, "USD"));
    assertThat(Judge.periods(rule, YearMonth.of(2025, 2))).containsExactly(YearMonth.of(2025, 2));
    Rule three =
        new Rule(
            rule.id(),
            rule.name(),
            rule.owner(),
            rule.indicator(),
            rule.comparison(),
            rule.scope(),
            rule.series(),
            rule.warning(),
            rule.critical(),
            new Repetition(1, 3),
            rule.guards(),
            rule.recoveryMargin(),
            List.of(),
            Map.of());
    assertThat(Judge.periods(three, YearMonth.of(2025, 2)))
        .containsExactly(YearMonth.of(2023, 2), YearMonth.of(2024, 2), YearMonth.of(2025, 2));
  }

  @Property
  void moreReachedPeriodsAreNeverLessSevere(
      @ForAll @Size(4) List<@IntRange(min = 10, max = 120) Integer> values,
      @ForAll @IntRange(max = 3) int place,
      @ForAll @IntRange(min = 1, max = 4) int times) {
    Rule rule = Samples.rule(new Repetition(times, 4), "0.02");
    Map<YearMonth, Figures> known = new HashMap<>();
    for (int i = 0; i < 4; i++) {
      known.put(JULY.minusMonths(i), millions("" + values.get(i), "100"));
    }
    int before = rank(Judge.judge(rule, JULY, known));
    known.put(JULY.minusMonths(place), millions("1", "100"));
    assertThat(rank(Judge.judge(rule, JULY, known))).isGreaterThanOrEqualTo(before);
  }

  @Property
  void aSeverityIsNeverGivenWithoutItsThreshold(
      @ForAll @Size(4) List<@IntRange(min = 10, max = 120) Integer> values,
      @ForAll @IntRange(min = 1, max = 4) int times) {
    Rule rule = Samples.rule(new Repetition(times, 4), "0.02");
    Map<YearMonth, Figures> known = new HashMap<>();
    for (int i = 0; i < 4; i++) {
      known.put(JULY.minusMonths(i), millions("" + values.get(i), "100"));
    }
    if (Judge.judge(rule, JULY, known) instanceof Verdict.Firing firing) {
      int most = firing.severity() == Severity.CRITICAL ? 60 : 80;
      assertThat(values.get(0)).isLessThanOrEqualTo(most);
      assertThat(values.stream().filter(value -> value <= most).count())
          .isGreaterThanOrEqualTo(times);
      assertThat(firing.observed()).isLessThanOrEqualTo(firing.threshold());
    }
  }

  private static Figures figures(String value) {
    return value.equals("-") ? unknown(Status.HOLE) : millions(value, "100");
  }

  private static Rule other(String indicator, String comparison, String threshold, Guards guards) {
    return Samples.rule(Indicator.of(indicator), Comparison.of(comparison), threshold, guards);
  }

  /** 70 million after 100 million, and all that metrics says of it. */
  private static Figures whole(Status status) {
    return new Figures(
        new BigDecimal("70000000"),
        new BigDecimal("100000000"),
        null,
        new BigDecimal("-0.3"),
        new BigDecimal("0.05"),
        new BigDecimal("-0.01"),
        7,
        -3,
        new BigDecimal("0.118"),
        new BigDecimal("-0.02"),
        new BigDecimal("-0.0123"),
        new BigDecimal("-3.2"),
        status,
        List.of());
  }

  private static Verdict judged(Rule rule, YearMonth period, Figures figures) {
    return Judge.judge(rule, period, Map.of(period, figures));
  }

  private static int rank(Verdict verdict) {
    return verdict instanceof Verdict.Firing firing
        ? (firing.severity() == Severity.CRITICAL ? 3 : 2)
        : verdict instanceof Verdict.Lingering ? 1 : 0;
  }

  private static String name(Verdict verdict) {
    if (verdict instanceof Verdict.Firing firing) {
      return firing.severity().id();
    }
    if (verdict instanceof Verdict.Lingering) {
      return "lingering";
    }
    return verdict instanceof Verdict.Clear
        ? "clear"
        : verdict instanceof Verdict.Unjudged ? "unjudged" : "unknown";
  }
}
