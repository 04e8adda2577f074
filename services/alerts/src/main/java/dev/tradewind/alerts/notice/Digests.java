package dev.tradewind.alerts.notice;

import dev.tradewind.alerts.indicator.NewestPeriods;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.notification.Announcements;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.route.DigestPlan;
import dev.tradewind.alerts.route.Routing;
import dev.tradewind.alerts.route.RoutingStore;
import dev.tradewind.alerts.route.Timing;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.period.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Announces digests when their time or a release has come. */
@ApplicationScoped
public class Digests {
  /** One that nobody could make in time is made later, but not days later. */
  private static final Duration GRACE = Duration.ofHours(24);

  private final OverdueMonths overdue;
  private final Announcements announcements;

  Digests(OverdueMonths overdue, Announcements announcements) {
    this.overdue = overdue;
    this.announcements = announcements;
  }

  /**
   * Announces those whose day and time have come since their document was stored.
   *
   * @return whether there is something new to send
   */
  public boolean announce(Transaction transaction, RoutingStore.Stored routing, Instant now) {
    boolean toSend = false;
    for (DigestPlan plan : routing.routing().digests()) {
      ZonedDateTime slot = plan.lastSlot(now);
      if (slot != null
          && slot.toInstant().isAfter(routing.since())
          && slot.toInstant().plus(GRACE).isAfter(now)) {
        toSend |=
            announce(
                transaction, routing.routing(), plan, slot.toLocalDate().toString(), now, null);
      }
    }
    return toSend;
  }

  /**
   * Announces those that go with a release.
   *
   * @param released the series that have a new newest period
   * @return whether there is something new to send
   */
  public boolean released(
      Transaction transaction,
      Routing routing,
      List<Map.Entry<Series, YearMonth>> released,
      UUID submission) {
    boolean toSend = false;
    for (DigestPlan plan : routing.digests()) {
      for (Map.Entry<Series, YearMonth> release : released) {
        if (plan.weekday() == null && release.getKey().equals(series(plan))) {
          toSend |=
              announce(
                  transaction,
                  routing,
                  plan,
                  "release|" + release.getValue(),
                  Instant.now(),
                  submission);
        }
      }
    }
    return toSend;
  }

  private boolean announce(
      Transaction transaction,
      Routing routing,
      DigestPlan plan,
      String occasion,
      Instant now,
      @Nullable UUID submission) {
    Series series = series(plan);
    YearMonth newest = NewestPeriods.of(transaction, series);
    if (newest == null) {
      return false;
    }
    String key = plan.name() + "|" + occasion;
    if (announcements.announced(transaction, Notice.Kind.DIGEST, key, plan.receivers())) {
      return false;
    }
    Notice notice =
        Digest.of(
            transaction,
            plan.name(),
            series,
            newest,
            routing.owner(),
            overdue.of(transaction, now));
    return announcements.announce(
        transaction, notice, key, plan.receivers(), Timing.ANY, submission);
  }

  private static Series series(DigestPlan plan) {
    return new Series(plan.partner(), plan.sector(), Window.of(plan.window()), plan.currency());
  }
}
