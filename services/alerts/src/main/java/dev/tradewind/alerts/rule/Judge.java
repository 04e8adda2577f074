package dev.tradewind.alerts.rule;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;

/** Applies a rule to one cell's figures. */
public final class Judge {
  private Judge() {}

  /**
   * What the rule says. Missing or incomparable data come first: whatever else holds, nothing
   * follows from them.
   */
  public static Verdict judge(Rule rule, YearMonth period, Figures figures) {
    if (!figures.status().comparable()) {
      return new Verdict.Unknown(
          figures.reasons().isEmpty() ? figures.status().id() : figures.reasons().get(0));
    }
    if (rule.guards().newYear() && movedByNewYear(rule.series().window(), period.getMonth())) {
      return new Verdict.Unjudged("the New Year moves between January and February");
    }
    BigDecimal base = figures.baseValue();
    if (base == null || base.signum() <= 0) {
      return new Verdict.Unjudged("there is no base");
    }
    if (base.compareTo(rule.guards().minBase()) < 0) {
      return new Verdict.Unjudged("the base is below " + rule.guards().minBase().toPlainString());
    }
    BigDecimal yoy = figures.yoy();
    if (yoy == null) {
      return new Verdict.Unknown("there is no year-on-year change");
    }
    return byThreshold(rule, yoy);
  }

  private static Verdict byThreshold(Rule rule, BigDecimal yoy) {
    BigDecimal critical = rule.critical();
    if (critical != null && rule.comparison().reaches(yoy, critical)) {
      return new Verdict.Firing(Severity.CRITICAL, critical, yoy);
    }
    BigDecimal warning = rule.warning();
    if (warning != null && rule.comparison().reaches(yoy, warning)) {
      return new Verdict.Firing(Severity.WARNING, warning, yoy);
    }
    return new Verdict.Clear();
  }

  private static boolean movedByNewYear(Window window, Month month) {
    return switch (window) {
      case MONTH -> month == Month.JANUARY || month == Month.FEBRUARY;
      case YTD -> month == Month.JANUARY;
      case R12M, JAN_FEB -> false;
    };
  }
}
