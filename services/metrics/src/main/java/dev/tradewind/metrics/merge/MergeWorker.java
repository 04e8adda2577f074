package dev.tradewind.metrics.merge;

import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.epoch.EpochGuard;
import dev.tradewind.metrics.outbox.Relay;
import dev.tradewind.metrics.submission.Readiness;
import dev.tradewind.metrics.worker.WorkLoop;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks for submissions that are complete: after every commit of a position or an event, at start,
 * and every few seconds on every replica, so that no wake-up is lost (protocol rule 8).
 */
@Singleton
public class MergeWorker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(MergeWorker.class);

  private final Database database;
  private final Merger merger;
  private final SectorList sectors;
  private final Sweeper sweeper;
  private final EpochGuard guard;
  private final Relay relay;
  private final WorkLoop loop;

  MergeWorker(
      Database database,
      Merger merger,
      SectorList sectors,
      Sweeper sweeper,
      EpochGuard guard,
      Relay relay,
      MetricsConfig config) {
    this.database = database;
    this.merger = merger;
    this.sectors = sectors;
    this.sweeper = sweeper;
    this.guard = guard;
    this.relay = relay;
    this.loop = new WorkLoop("metrics-merge", config.sweep(), this::pass);
  }

  /** Begins. */
  public void start() {
    loop.start();
  }

  /** A position or an event was committed. */
  public void wake() {
    loop.wake();
  }

  @Override
  public void close() {
    loop.close();
  }

  private void pass() {
    sectors.ensure();
    if (merger.hasNews()) {
      // A database that has forgotten must not tell what it has left as news.
      guard.check();
      merger.tellNews();
      relay.wake();
    }
    // Asked first: whatever lies before the targets is then staged, and merged below.
    boolean caughtUp = guard.caughtUp();
    List<Integer> withdrawn = database.inTransaction(MergeWorker::withdrawn);
    List<Readiness> decided =
        database.inTransaction(Readiness::all).stream().filter(Readiness::decided).toList();
    if (!withdrawn.isEmpty() || !decided.isEmpty()) {
      guard.check();
    }
    withdrawn.forEach(no -> settle(no, () -> merger.withdraw(no)));
    decided.forEach(readiness -> settle(readiness.no(), () -> merger.apply(readiness.no())));
    if (caughtUp) {
      merger.finishCatchUp();
      relay.wake();
    }
    sweeper.sweep();
  }

  /** One that fails must not keep the others waiting; it is tried again with the next pass. */
  private void settle(int no, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.errorf(e, "submission no=%d could not be merged and is tried again", no);
    }
    relay.wake();
  }

  static List<Integer> withdrawn(Session session) {
    return session.list(
        """
        SELECT no FROM submission
        WHERE withdrawn_at IS NOT NULL AND state <> 'withdrawn' ORDER BY vintage
        """,
        row -> row.getInteger(0));
  }
}
