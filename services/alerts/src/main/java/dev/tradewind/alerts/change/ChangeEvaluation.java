package dev.tradewind.alerts.change;

import dev.tradewind.alerts.incident.Cause;
import dev.tradewind.alerts.incident.SeriesEvaluation;
import dev.tradewind.alerts.indicator.Cells;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.NewestPeriods;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.notice.Releases;
import dev.tradewind.alerts.notification.Notifications;
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

/** What follows from a whole change: cells, incidents, messages. */
@ApplicationScoped
class ChangeEvaluation {
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
      for (YearMonth period : told) {
        toTell |=
            notifications.tell(
                transaction, series, period, period.equals(newest), cause.submission());
      }
    }
    toTell |= releases.announce(transaction, newestBefore, close.submission());
    LOG.infof(
        "change evaluated: submission=%s cause=%s place=%s slices=%d",
        close.submission(), close.cause(), change.stamp(), change.slices().size());
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
