package dev.tradewind.alerts.rule;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.contracts.period.Window;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Applies a rule to one region's figures. */
public final class Judge {
  private static final int MONTHS_OF_YEAR = 12;

  private Judge() {}

  /** The periods that a judgement of that period looks at, itself last. */
  public static List<YearMonth> periods(Rule rule, YearMonth period) {
    int step = rule.series().window() == Window.JAN_FEB ? MONTHS_OF_YEAR : 1;
    int of = rule.repetition().of();
    return IntStream.range(0, of)
        .mapToObj(i -> period.minusMonths((long) step * (of - 1 - i)))
        .toList();
  }

  /**
   * What the rule says of a period. A threshold counts as reached if the period's own number
   * reaches it, and so do the numbers of enough of the periods before it.
   *
   * @param known the region's figures of {@link #periods}, as far as there are any
   */
  public static Verdict judge(Rule rule, YearMonth period, Map<YearMonth, Figures> known) {
    Verdict own = alone(rule, period, known.get(period));
    int times = rule.repetition().times();
    if (times == 1 || !(own instanceof Verdict.Firing firing)) {
      return own;
    }
    int critical = 0;
    int any = 0;
    int unknown = 0;
    for (YearMonth month : periods(rule, period)) {
      Verdict verdict = alone(rule, month, known.get(month));
      if (verdict instanceof Verdict.Firing reached) {
        any++;
        critical += reached.severity() == Severity.CRITICAL ? 1 : 0;
      } else if (verdict instanceof Verdict.Unknown) {
        unknown++;
      }
    }
    if (firing.severity() == Severity.CRITICAL && critical >= times) {
      return firing;
    }
    BigDecimal warning = rule.warning();
    if (warning != null && any >= times) {
      return new Verdict.Firing(Severity.WARNING, warning, firing.observed());
    }
    if (any + unknown >= times) {
      return new Verdict.Unknown(
          "too few of the last " + rule.repetition().of() + " periods are known");
    }
    return lingering(rule, mildest(rule), firing.observed());
  }

  /** Whether anything follows from figures by themselves. */
  public static boolean known(Rule rule, YearMonth period, @Nullable Figures figures) {
    return !(alone(rule, period, figures) instanceof Verdict.Unknown);
  }

  /** The threshold that a period's own number reaches, whatever the others do; null if none. */
  public static Verdict.@Nullable Firing own(Rule rule, YearMonth period, Figures figures) {
    return alone(rule, period, figures) instanceof Verdict.Firing firing ? firing : null;
  }

  /**
   * What the rule says of one period by itself. Missing or incomparable data come first: whatever
   * else holds, nothing follows from them.
   */
  private static Verdict alone(Rule rule, YearMonth period, @Nullable Figures figures) {
    if (figures == null) {
      return new Verdict.Unknown("there are no figures");
    }
    if (!usable(rule, figures.status())) {
      return new Verdict.Unknown(
          figures.reasons().isEmpty() ? figures.status().id() : figures.reasons().get(0));
    }
    Guards guards = rule.guards();
    if (guards.newYear() && movedByNewYear(rule.series().window(), period.getMonth())) {
      return new Verdict.Unjudged("the New Year moves between January and February");
    }
    if (rule.indicator().comparing() || guards.minBase().signum() > 0) {
      BigDecimal base = figures.baseValue();
      if (base == null || base.signum() <= 0) {
        return new Verdict.Unjudged("there is no base");
      }
      if (base.compareTo(guards.minBase()) < 0) {
        return new Verdict.Unjudged("the base is below " + guards.minBase().toPlainString());
      }
    }
    BigDecimal observed = rule.indicator().of(figures);
    if (observed == null) {
      return new Verdict.Unknown("there is no " + rule.indicator().id());
    }
    Verdict verdict = byThreshold(rule, observed);
    return verdict instanceof Verdict.Clear ? verdict : guarded(guards, figures, verdict);
  }

  /** A level needs no base, so it may be judged where the year before cannot be compared. */
  private static boolean usable(Rule rule, Status status) {
    return status.comparable()
        || (status == Status.NOT_COMPARABLE && !rule.indicator().comparing());
  }

  private static Verdict byThreshold(Rule rule, BigDecimal observed) {
    BigDecimal critical = rule.critical();
    if (critical != null && rule.comparison().reaches(observed, critical)) {
      return new Verdict.Firing(Severity.CRITICAL, critical, observed);
    }
    BigDecimal warning = rule.warning();
    if (warning != null && rule.comparison().reaches(observed, warning)) {
      return new Verdict.Firing(Severity.WARNING, warning, observed);
    }
    BigDecimal over = rule.comparison().eased(mildest(rule), rule.recoveryMargin());
    return rule.recoveryMargin().signum() > 0 && rule.comparison().reaches(observed, over)
        ? lingering(rule, over, observed)
        : new Verdict.Clear();
  }

  /** What matters too little deserves no alert, however large its rate. */
  private static Verdict guarded(Guards guards, Figures figures, Verdict otherwise) {
    Verdict change = atLeast(guards.minChange(), figures.change(), "change", otherwise);
    return change == otherwise
        ? atLeast(guards.minContribution(), figures.contribution(), "contribution", otherwise)
        : change;
  }

  private static Verdict atLeast(
      BigDecimal least, @Nullable BigDecimal number, String what, Verdict otherwise) {
    if (least.signum() == 0) {
      return otherwise;
    }
    if (number == null) {
      return new Verdict.Unknown("there is no " + what);
    }
    return number.abs().compareTo(least) < 0 ? new Verdict.Clear() : otherwise;
  }

  private static Verdict lingering(Rule rule, BigDecimal threshold, BigDecimal observed) {
    return new Verdict.Lingering(
        rule.warning() == null ? Severity.CRITICAL : Severity.WARNING, threshold, observed);
  }

  private static BigDecimal mildest(Rule rule) {
    BigDecimal warning = rule.warning();
    BigDecimal critical = rule.critical();
    if (warning != null) {
      return warning;
    }
    if (critical == null) {
      throw new IllegalStateException("rule " + rule.id() + " has no threshold");
    }
    return critical;
  }

  private static boolean movedByNewYear(Window window, Month month) {
    return switch (window) {
      case MONTH -> month == Month.JANUARY || month == Month.FEBRUARY;
      case YTD -> month == Month.JANUARY;
      case R12M, JAN_FEB -> false;
    };
  }
}
