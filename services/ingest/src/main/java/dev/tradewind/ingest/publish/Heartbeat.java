package dev.tradewind.ingest.publish;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Renews a lease while its holder works, tells the progress, and notices when it is lost. */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);

  private final Attempts attempts;
  private final Lease lease;
  private final ScheduledFuture<?> beating;
  private volatile long rowsChecked;
  private volatile long bytesChecked;
  private volatile long rowsPublished;
  private volatile int blocksPublished;
  private volatile boolean lost;

  Heartbeat(ScheduledExecutorService timer, Attempts attempts, Lease lease, long everyMillis) {
    this.attempts = attempts;
    this.lease = lease;
    this.beating =
        timer.scheduleWithFixedDelay(this::beat, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      lost |= !attempts.renew(lease, rowsChecked, bytesChecked, rowsPublished, blocksPublished);
    } catch (RuntimeException e) {
      // The lease lasts for several beats; if all fail, the next change of state will.
      LOG.warnf("lease not renewed: submission=%s (%s)", lease.submission(), e.getMessage());
    }
  }

  void checked(long rows) {
    rowsChecked = rows;
    stopIfLost();
  }

  /** So many bytes of the files, as they were sent, are read. */
  void read(long bytes) {
    bytesChecked = bytes;
  }

  /** Says nothing new, but stops a worker that lost its lease. */
  void alive() {
    stopIfLost();
  }

  void published(long rows, int blocks) {
    rowsPublished = rows;
    blocksPublished = blocks;
    stopIfLost();
  }

  private void stopIfLost() {
    if (lost || Thread.currentThread().isInterrupted()) {
      throw new LostLeaseException(lease);
    }
  }

  @Override
  public void close() {
    beating.cancel(false);
  }
}
