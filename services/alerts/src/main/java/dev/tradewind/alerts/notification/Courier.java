package dev.tradewind.alerts.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The thread that sends: woken after an evaluation, and looking by itself now and then. */
@ApplicationScoped
public class Courier {
  private static final Logger LOG = Logger.getLogger(Courier.class);

  private final Sender sender;
  private final NotificationConfig config;
  private final Semaphore work = new Semaphore(0);
  private volatile boolean stopped;
  private @Nullable Thread thread;

  Courier(Sender sender, NotificationConfig config) {
    this.sender = sender;
    this.config = config;
  }

  /** Begins to send. */
  public synchronized void start() {
    thread = new Thread(this::run, "courier");
    thread.start();
  }

  /** There is something new to send. */
  public void wake() {
    work.release();
  }

  /** Ends after the attempt under way. */
  public synchronized void stop() {
    stopped = true;
    work.release();
    Thread running = thread;
    if (running == null) {
      return;
    }
    try {
      running.join(config.timeout().multipliedBy(3).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopped) {
      try {
        while (!stopped && sender.sendNext()) {
          LOG.debug("one attempt made");
        }
      } catch (RuntimeException e) {
        // Most likely the database is away; what was under way is attempted again later.
        LOG.error("sending failed", e);
      }
      await();
    }
  }

  private void await() {
    try {
      if (work.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
    }
  }
}
