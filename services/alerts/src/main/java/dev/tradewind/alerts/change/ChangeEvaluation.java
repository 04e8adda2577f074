package dev.tradewind.alerts.change;

import dev.tradewind.alerts.incident.Cause;
import dev.tradewind.alerts.incident.SeriesEvaluation;
import dev.tradewind.alerts.indicator.Cells;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.NewestPeriods;
import dev.tradewind.alerts.indicator.PolicyEvents;
import dev.tradewind.alerts.indicator.RegionGroups;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.notice.Releases;
import dev.tradewind.alerts.notification.Notifications;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.alerts.rule.Rules;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What follows from a whole change, or from a change of a rule: incidents and messages. */
@ApplicationScoped
public class ChangeEvaluation {
  private static final Logger LOG = Logger.getLogger(ChangeEvaluation.class);

  private final Notifications notifications;
  private final Releases releases;

  ChangeEvaluation(Notifications notifications, Releases releases) {
    this.notifications = notifications;
    this.releases = releases;
  }

  /** Evaluates; true if there is something new to tell. */
  boolean evaluate(Transaction transaction, Change change) {
    SubmissionApplied close = change.close();
    Cause cause = Cause.of(close);
    Map<Series, Set<YearMonth>> touched = touched(change);
    Map<Series, Map<String, Map<YearMonth, Figures>>> before = new HashMap<>();
    if (cause.mayTakeBack()) {
      touched.forEach(
          (series, periods) -> before.put(series, Cells.figures(transaction, series, periods)));
    }
    Cells.store(transaction, change.stamp(), change.slices());
    Map<Series, YearMonth> newestBefore = NewestPeriods.all(transaction);
    NewestPeriods.store(transaction, close, touched.keySet());
    PolicyEvents.store(transaction, close);
    boolean regrouped = RegionGroups.store(transaction, close);
    boolean toTell = false;
    for (Series series : NewestPeriods.concerned(close, touched.keySet())) {
      YearMonth newest = NewestPeriods.of(transaction, series);
      Set<YearMonth> told =
          SeriesEvaluation.evaluate(
              transaction,
              series,
              newest,
              touched.getOrDefault(series, Set.of()),
              before.getOrDefault(series, Map.of()),
              cause);
      toTell |= tell(transaction, series, newest, told, cause);
    }
    if (regrouped) {
      for (Rule rule : Rules.ofGroups(transaction)) {
        toTell |= evaluate(transaction, rule, cause);
      }
    }
    toTell |= releases.announce(transaction, newestBefore, close.submission());
    LOG.infof(
        "change evaluated: submission=%s cause=%s place=%s slices=%d",
        close.submission(), close.cause(), change.stamp(), change.slices().size());
    return toTell;
  }

  /** Evaluates a rule that changed, or whose regions did; true if there is something to tell. */
  public boolean evaluate(Transaction transaction, Rule rule, Cause cause) {
    YearMonth newest = NewestPeriods.of(transaction, rule.series());
    return tell(transaction, SeriesEvaluation.evaluate(transaction, rule, newest, cause), cause);
  }

  /** Closes the incidents of a rule that is not in force; true if there is something to tell. */
  public boolean close(Transaction transaction, String rule, Cause cause) {
    return tell(transaction, SeriesEvaluation.close(transaction, rule, null, cause), cause);
  }

  private boolean tell(Transaction transaction, Map<Series, Set<YearMonth>> changed, Cause cause) {
    boolean toTell = false;
    for (var entry : changed.entrySet()) {
      YearMonth newest = NewestPeriods.of(transaction, entry.getKey());
      toTell |= tell(transaction, entry.getKey(), newest, entry.getValue(), cause);
    }
    return toTell;
  }

  private boolean tell(
      Transaction transaction,
      Series series,
      @Nullable YearMonth newest,
      Set<YearMonth> periods,
      Cause cause) {
    boolean toTell = false;
    for (YearMonth period : periods) {
      toTell |=
          notifications.tell(
              transaction, series, period, period.equals(newest), cause.submission());
    }
    return toTell;
  }

  private static Map<Series, Set<YearMonth>> touched(Change change) {
    Map<Series, Set<YearMonth>> touched = new HashMap<>();
    for (Slice slice : change.slices()) {
      touched.computeIfAbsent(Series.of(slice), series -> new TreeSet<>()).add(slice.period());
    }
    return touched;
  }
}
