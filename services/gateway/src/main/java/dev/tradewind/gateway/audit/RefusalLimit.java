package dev.tradewind.gateway.audit;

import java.util.function.LongSupplier;

/** Bounds how many refused requests are recorded in a minute. */
final class RefusalLimit {
  private static final long MINUTE = 60_000_000_000L;

  private final int most;
  private final LongSupplier nanos;
  private long began;
  private int count;

  RefusalLimit(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  /** Whether this one is to be recorded. */
  synchronized boolean admits() {
    long now = nanos.getAsLong();
    if (now - began >= MINUTE) {
      began = now;
      count = 0;
    }
    count++;
    return count <= most;
  }

  /** Whether the one just asked for was the first too many. */
  synchronized boolean hasJustOverflowed() {
    return count == most + 1;
  }
}
