package dev.tradewind.alerts;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Guards;
import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.Repetition;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.alerts.rule.Scope;
import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The default rule and figures that it judges. */
public final class Samples {
  /** What the default rule watches. */
  public static final Series US_YTD = new Series("USA", "all", Window.YTD, "USD");

  /** The default rule. */
  public static final Rule RULE = rule(US_YTD);

  private Samples() {}

  /** The default rule's thresholds on another series. */
  public static Rule rule(Series series) {
    return rule(series, "-0.20", "-0.40", Repetition.ONCE, "0");
  }

  /** The default rule with other thresholds. */
  public static Rule rule(@Nullable String warning, @Nullable String critical) {
    return rule(US_YTD, warning, critical, Repetition.ONCE, "0");
  }

  /** The default rule, harder to raise or to end. */
  public static Rule rule(Repetition repetition, String margin) {
    return rule(US_YTD, "-0.20", "-0.40", repetition, margin);
  }

  /** The default rule for another indicator. */
  public static Rule rule(
      Indicator indicator, Comparison comparison, String warning, Guards guards) {
    return new Rule(
        "other",
        "Another rule",
        "",
        indicator,
        comparison,
        Scope.PROVINCES,
        US_YTD,
        new BigDecimal(warning),
        null,
        Repetition.ONCE,
        guards,
        BigDecimal.ZERO,
        List.of(),
        Map.of());
  }

  private static Rule rule(
      Series series,
      @Nullable String warning,
      @Nullable String critical,
      Repetition repetition,
      String margin) {
    return new Rule(
        "us-exports-drop",
        "Sharp drop of exports to the United States",
        "",
        Indicator.YOY,
        Comparison.AT_OR_BELOW,
        Scope.PROVINCES,
        series,
        warning == null ? null : new BigDecimal(warning),
        critical == null ? null : new BigDecimal(critical),
        repetition,
        new Guards(new BigDecimal("10000000"), BigDecimal.ZERO, BigDecimal.ZERO, true),
        new BigDecimal(margin),
        List.of(),
        Map.of());
  }

  /** Comparable figures in millions. */
  public static Figures millions(String value, String base) {
    return units(
        new BigDecimal(value).movePointRight(6).toPlainString(),
        new BigDecimal(base).movePointRight(6).toPlainString());
  }

  /** Comparable figures. */
  public static Figures units(String value, String base) {
    BigDecimal now = new BigDecimal(value);
    BigDecimal then = new BigDecimal(base);
    BigDecimal yoy = now.subtract(then).divide(then, 6, RoundingMode.HALF_UP);
    return figures(
        now,
        then,
        yoy,
        new BigDecimal("0.118"),
        new BigDecimal("-0.0123"),
        1,
        now.signum() == 0 ? Status.CEASED : Status.OK,
        List.of());
  }

  /** Figures that cannot be compared. */
  public static Figures unknown(Status status) {
    return figures(null, null, null, null, null, null, status, List.of("not covered in 2025"));
  }

  /** Figures of the commonest indicators. */
  public static Figures figures(
      @Nullable BigDecimal value,
      @Nullable BigDecimal base,
      @Nullable BigDecimal yoy,
      @Nullable BigDecimal exposure,
      @Nullable BigDecimal contribution,
      @Nullable Integer rank,
      Status status,
      List<String> reasons) {
    return new Figures(
        value,
        base,
        null,
        yoy,
        null,
        null,
        rank,
        null,
        exposure,
        null,
        contribution,
        null,
        status,
        reasons);
  }
}
