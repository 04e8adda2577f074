package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.rule.Judge;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.alerts.rule.Verdict;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries one incident over a change. It compares what is known now with what was observed, so
 * evaluating twice does nothing the second time, and the order of changes does not matter.
 *
 * <ul>
 *   <li>Only the newest period raises, continues or ends an incident; older ones correct what was
 *       observed of them.
 *   <li>Unknown figures mean nothing, unless data were taken back: then the observation is void and
 *       the one before it decides again.
 *   <li>Figures that the rule does not judge neither raise nor end anything in a newer period; in a
 *       period already observed they show that the alert was not deserved.
 *   <li>Figures that linger about the threshold raise nothing, but an incident goes on with them.
 * </ul>
 */
public final class Evaluation {
  private final Rule rule;
  private final Evidence evidence;
  private final NavigableMap<YearMonth, Observation> observed;
  private final Map<YearMonth, Observation> changed = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  private Evaluation(Rule rule, Map<YearMonth, Observation> observations, Evidence evidence) {
    this.rule = rule;
    this.evidence = evidence;
    this.observed = new TreeMap<>(observations);
  }

  /**
   * The incident after the change.
   *
   * @param observations of the incident so far; empty if there is none
   */
  public static Progress advance(
      Rule rule, Map<YearMonth, Observation> observations, Evidence evidence) {
    Evaluation evaluation = new Evaluation(rule, observations, evidence);
    List.copyOf(evaluation.observed.values()).forEach(evaluation::revise);
    evaluation.observe();
    return evaluation.progress();
  }

  /** The incident once its rule no longer applies: one that fires is closed. */
  public static Progress close(NavigableMap<YearMonth, Observation> observations) {
    NavigableMap<YearMonth, Observation> after = new TreeMap<>(observations);
    Standing standing = Standing.of(after);
    if (standing == null || !standing.firing()) {
      return new Progress(after, List.of(), List.of());
    }
    Observation current = standing.current();
    Observation closed = current.as(Finding.CLOSED);
    after.put(current.period(), closed);
    return new Progress(
        after,
        List.of(closed),
        List.of(new Step(StepKind.CLOSED, current.period(), current.figures(), current.figures())));
  }

  private Progress progress() {
    return new Progress(observed, List.copyOf(changed.values()), List.copyOf(steps));
  }

  /** Holds an earlier observation against what is known of its period now. */
  private void revise(Observation before) {
    YearMonth period = before.period();
    if (beyondNewest(period)) {
      takeBack(before);
      return;
    }
    Figures figures = evidence.figures().get(period);
    boolean closedForGood = before.finding() == Finding.CLOSED && !period.equals(evidence.newest());
    if (figures == null || period.isBefore(evidence.since()) || closedForGood) {
      return;
    }
    Verdict verdict = Judge.judge(rule, period, evidence.figures());
    if (verdict instanceof Verdict.Unknown) {
      reviseUnknown(before, figures);
      return;
    }
    Verdict.Firing firing = firing(verdict, firingBefore(period));
    if (firing != null) {
      reviseFiring(before, Observation.firing(period, firing, figures));
    } else if (before.finding() == Finding.FIRING) {
      Finding finding = firingBefore(period) ? Finding.RECOVERED : Finding.CORRECTED;
      put(before.with(rule.indicator().of(figures), figures).as(finding));
      steps.add(new Step(StepKind.CORRECTED, period, before.figures(), figures));
    } else if (!(verdict instanceof Verdict.Unjudged) && before.finding() == Finding.RECOVERED) {
      putIfOther(before, before.with(rule.indicator().of(figures), figures));
    }
  }

  /** Nothing follows, except that what fires is told with the number that its period has now. */
  private void reviseUnknown(Observation before, Figures figures) {
    YearMonth period = before.period();
    Verdict.Firing own = Judge.own(rule, period, figures);
    if (Judge.periods(rule, period).stream().anyMatch(evidence.takenBack()::contains)) {
      takeBack(before);
    } else if (before.finding() == Finding.FIRING && own != null) {
      boolean worse = own.severity().compareTo(before.severity()) > 0;
      Verdict.Firing shown =
          worse ? new Verdict.Firing(before.severity(), before.threshold(), own.observed()) : own;
      reviseFiring(before, Observation.firing(period, shown, figures));
    }
  }

  private void reviseFiring(Observation before, Observation now) {
    if (before.finding() != Finding.FIRING) {
      put(now);
      steps.add(new Step(StepKind.RAISED, now.period(), before.figures(), now.figures()));
      return;
    }
    putIfOther(before, now);
    if (before.severity() != now.severity() || !before.readsAs(now)) {
      steps.add(new Step(StepKind.CORRECTED, now.period(), before.figures(), now.figures()));
    }
  }

  private void takeBack(Observation before) {
    if (before.finding().live()) {
      put(before.as(Finding.WITHDRAWN));
      steps.add(new Step(StepKind.WITHDRAWN, before.period(), before.figures(), null));
    }
  }

  /** Takes in the newest period, unless it is observed already. */
  private void observe() {
    YearMonth newest = evidence.newest();
    Figures figures = newest == null ? null : evidence.figures().get(newest);
    if (newest == null || figures == null) {
      return;
    }
    Observation known = observed.get(newest);
    if (known != null && known.finding().live()) {
      return;
    }
    Observation last = firing();
    Verdict verdict = Judge.judge(rule, newest, evidence.figures());
    Verdict.Firing fires = firing(verdict, last != null);
    if (fires != null) {
      put(Observation.firing(newest, fires, figures));
      StepKind kind = last == null ? StepKind.RAISED : further(last, fires);
      steps.add(new Step(kind, newest, last == null ? null : last.figures(), figures));
    } else if (verdict instanceof Verdict.Clear && last != null) {
      put(
          new Observation(
              newest,
              Finding.RECOVERED,
              last.severity(),
              last.threshold(),
              rule.indicator().of(figures),
              figures));
      steps.add(new Step(StepKind.RESOLVED, newest, last.figures(), figures));
    }
  }

  /** What fires, or goes on firing. */
  private static Verdict.@Nullable Firing firing(Verdict verdict, boolean goesOn) {
    if (verdict instanceof Verdict.Firing firing) {
      return firing;
    }
    return goesOn && verdict instanceof Verdict.Lingering lingering ? lingering.firing() : null;
  }

  /** The observation that the incident fires on, if it does. */
  private @Nullable Observation firing() {
    Standing standing = Standing.of(observed);
    return standing != null && standing.firing() ? standing.current() : null;
  }

  private static StepKind further(Observation last, Verdict.Firing now) {
    int compared = now.severity().compareTo(last.severity());
    return compared > 0 ? StepKind.WORSENED : compared < 0 ? StepKind.EASED : StepKind.CONTINUED;
  }

  private boolean beyondNewest(YearMonth period) {
    YearMonth newest = evidence.newest();
    return newest == null || period.isAfter(newest);
  }

  private boolean firingBefore(YearMonth period) {
    Standing standing = Standing.of(observed.headMap(period, false));
    return standing != null && standing.firing();
  }

  private void putIfOther(Observation before, Observation now) {
    if (!before.equals(now)) {
      put(now);
    }
  }

  private void put(Observation observation) {
    observed.put(observation.period(), observation);
    changed.put(observation.period(), observation);
  }
}
