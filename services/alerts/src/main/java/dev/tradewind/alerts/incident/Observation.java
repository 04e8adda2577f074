package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.rule.Verdict;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * An incident's figures in one period.
 *
 * @param period the month
 * @param finding what they mean
 * @param severity theirs; where they no longer deserve one, the last there was
 * @param threshold the fraction that goes with the severity
 * @param figures as last known
 */
public record Observation(
    YearMonth period, Finding finding, Severity severity, BigDecimal threshold, Figures figures) {
  static Observation firing(YearMonth period, Verdict.Firing verdict, Figures figures) {
    return new Observation(
        period, Finding.FIRING, verdict.severity(), verdict.threshold(), figures);
  }

  Observation as(Finding other) {
    return new Observation(period, other, severity, threshold, figures);
  }

  Observation with(Figures other) {
    return new Observation(period, finding, severity, threshold, other);
  }
}
