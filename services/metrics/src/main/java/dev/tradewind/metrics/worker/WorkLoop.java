package dev.tradewind.metrics.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One thread that works when woken, and every so often without being woken, so that no wake-up can
 * be lost. What fails is logged and tried again.
 */
public final class WorkLoop implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WorkLoop.class);

  private final String name;
  private final Duration interval;
  private final Runnable work;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopped;

  /** A loop that runs once {@link #start()} is called. */
  public WorkLoop(String name, Duration interval, Runnable work) {
    this.name = name;
    this.interval = interval;
    this.work = work;
    this.thread = new Thread(this::run, name);
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  /** There may be something to do. */
  public void wake() {
    news.release();
  }

  /** Ends after the work under way. */
  @Override
  public void close() {
    stopped = true;
    news.release();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopped) {
      try {
        work.run();
      } catch (RuntimeException e) {
        if (!stopped) {
          LOG.warnf(e, "%s failed and will try again", name);
        }
      }
      try {
        if (news.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      } catch (InterruptedException e) {
        stopped = true;
        Thread.currentThread().interrupt();
      }
    }
  }
}
