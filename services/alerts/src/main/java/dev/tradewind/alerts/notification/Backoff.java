package dev.tradewind.alerts.notification;

import java.time.Duration;

/**
 * The wait before the next attempt: doubling up to a limit, and spread so that messages that failed
 * together do not come back together.
 *
 * @param initial after the first failure
 * @param longest never more than this
 */
record Backoff(Duration initial, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;
  private static final double SPREAD = 0.2;

  /**
   * The wait after that many failed attempts.
   *
   * @param failures at least 1
   * @param random in [0, 1)
   */
  Duration after(int failures, double random) {
    long doubled = initial.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long bounded = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
    return Duration.ofMillis((long) (bounded * (1 - SPREAD * random)));
  }
}
