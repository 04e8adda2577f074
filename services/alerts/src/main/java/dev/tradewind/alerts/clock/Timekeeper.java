package dev.tradewind.alerts.clock;

import dev.tradewind.alerts.notice.Digests;
import dev.tradewind.alerts.notice.OverdueMonths;
import dev.tradewind.alerts.notification.Courier;
import dev.tradewind.alerts.notification.Reminders;
import dev.tradewind.alerts.route.RoutingFile;
import dev.tradewind.alerts.route.RoutingStore;
import dev.tradewind.alerts.silence.Silences;
import dev.tradewind.alerts.store.Reconsideration;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.alerts.store.Turn;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Looks at the clock in every replica: silences that begin or end, reminders, months that become
 * overdue, digests, and the mounted routing document. Whatever follows is stored under a key of its
 * own or in the row it concerns, so it happens once, however many replicas look.
 */
@ApplicationScoped
public class Timekeeper {
  private static final Logger LOG = Logger.getLogger(Timekeeper.class);

  private final Transactions transactions;
  private final Reconsideration reconsideration;
  private final RoutingFile file;
  private final OverdueMonths overdue;
  private final Digests digests;
  private final Courier courier;

  Timekeeper(
      Transactions transactions,
      Reconsideration reconsideration,
      RoutingFile file,
      OverdueMonths overdue,
      Digests digests,
      Courier courier) {
    this.transactions = transactions;
    this.reconsideration = reconsideration;
    this.file = file;
    this.overdue = overdue;
    this.digests = digests;
    this.courier = courier;
  }

  @Scheduled(
      every = "${tradewind.notifications.clock-interval:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      look(Instant.now());
    } catch (RuntimeException e) {
      // Most likely the database is away; the next look sees the same.
      LOG.warn("looking at the clock failed", e);
    }
  }

  /** Does what is due then. */
  void look(Instant now) {
    if (transactions.run(transaction -> look(transaction, now))) {
      courier.wake();
    }
  }

  private boolean look(Transaction transaction, Instant now) {
    Turn.take(transaction);
    boolean rerouted = file.look(transaction);
    if (Silences.turn(transaction) || rerouted) {
      reconsideration.all(transaction);
    }
    RoutingStore.Stored routing = RoutingStore.stored(transaction);
    boolean toSend = Reminders.raise(transaction) > 0;
    toSend |= overdue.announce(transaction, routing.routing(), now);
    toSend |= digests.announce(transaction, routing, now);
    return toSend || rerouted;
  }
}
