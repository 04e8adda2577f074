package dev.tradewind.ingest.submission;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a worker of this process at once; workers elsewhere look for work now and then. */
@Singleton
public final class WorkSignal {
  private final Semaphore ready = new Semaphore(0);

  /** There is something to do. */
  public void ready() {
    ready.release();
  }

  /** Waits for work, but no longer than that. */
  public void await(long milliseconds) throws InterruptedException {
    if (ready.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
      ready.drainPermits();
    }
  }
}
