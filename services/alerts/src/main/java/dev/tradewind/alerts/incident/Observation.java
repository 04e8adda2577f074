package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.rule.Verdict;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * An incident's figures in one period.
 *
 * @param period the month
 * @param finding what they mean
 * @param severity theirs; where they no longer deserve one, the last there was
 * @param threshold that goes with the severity, in the indicator's unit
 * @param observed the number that was compared with it; null if it is not defined
 * @param figures as last known
 */
public record Observation(
    YearMonth period,
    Finding finding,
    Severity severity,
    BigDecimal threshold,
    @Nullable BigDecimal observed,
    Figures figures) {
  static Observation firing(YearMonth period, Verdict.Firing verdict, Figures figures) {
    return new Observation(
        period,
        Finding.FIRING,
        verdict.severity(),
        verdict.threshold(),
        verdict.observed(),
        figures);
  }

  /** Whether people would be told the same: shares of a national total may differ. */
  boolean readsAs(Observation other) {
    BigDecimal number = other.observed;
    return figures.sameAmounts(other.figures)
        && (observed == null ? number == null : number != null && observed.compareTo(number) == 0);
  }

  Observation as(Finding other) {
    return new Observation(period, other, severity, threshold, observed, figures);
  }

  Observation with(@Nullable BigDecimal number, Figures other) {
    return new Observation(period, finding, severity, threshold, number, other);
  }
}
