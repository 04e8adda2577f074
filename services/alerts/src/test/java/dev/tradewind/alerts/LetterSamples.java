package dev.tradewind.alerts;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.notification.Group;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Severity;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tellings with figures of the published analysis. */
public final class LetterSamples {
  /** The newest period. */
  public static final Group AUGUST = new Group(Samples.US_YTD, YearMonth.of(2025, 8));
  /** The nation's. */
  public static final Figures CHINA = figures("283100000000", "335000000000", "-0.154925", "0.116", null);

  private LetterSamples() {}

  /** About that. */
  public static Telling telling(@Nullable String partial, List<String> labels, Member... members) {
    return new Telling(AUGUST, CHINA, partial, labels, List.of(members));
  }

  /** Down by 40 % or more. */
  public static Member critical(long id, String region, Figures figures) {
    return member(id, region, Finding.FIRING, Severity.CRITICAL, figures);
  }

  /** Down by 20 % or more. */
  public static Member warning(long id, String region, Figures figures) {
    return member(id, region, Finding.FIRING, Severity.WARNING, figures);
  }

  /** An incident of the default rule. */
  public static Member member(
      long id, String region, Finding finding, Severity severity, Figures figures) {
    return new Member(
        id,
        "us-exports-drop",
        "Sharp drop of exports to the United States",
        "yoy",
        "at-or-below",
        region,
        finding,
        severity,
        new BigDecimal(severity == Severity.CRITICAL ? "-0.4" : "-0.2"),
        figures.yoy(),
        figures);
  }

  /** Comparable figures. */
  public static Figures figures(
      String value,
      String base,
      String yoy,
      @Nullable String exposure,
      @Nullable String contribution) {
    return Samples.figures(
        new BigDecimal(value),
        new BigDecimal(base),
        new BigDecimal(yoy),
        exposure == null ? null : new BigDecimal(exposure),
        contribution == null ? null : new BigDecimal(contribution),
        null,
        Status.OK,
        List.of());
  }
}
