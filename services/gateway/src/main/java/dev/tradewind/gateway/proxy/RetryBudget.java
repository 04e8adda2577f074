package dev.tradewind.gateway.proxy;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Repeats are a small share of all reads: enough for a connection that broke, too few to double the
 * load of a service that is failing.
 */
final class RetryBudget {
  private static final long WHOLE = 1_000;

  private final long earned;
  private final long most;
  private final AtomicLong left;

  RetryBudget(double share, int burst) {
    this.earned = Math.round(share * WHOLE);
    this.most = earned == 0 ? 0 : burst * WHOLE;
    this.left = new AtomicLong(most);
  }

  /** A read was sent for the first time. */
  void earn() {
    left.accumulateAndGet(earned, (before, more) -> Math.min(most, before + more));
  }

  /** Whether one more repeat is possible; takes it. */
  boolean spend() {
    long before;
    do {
      before = left.get();
      if (before < WHOLE) {
        return false;
      }
    } while (!left.compareAndSet(before, before - WHOLE));
    return true;
  }
}
