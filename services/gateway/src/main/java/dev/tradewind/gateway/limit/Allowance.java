package dev.tradewind.gateway.limit;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What is left to one client. */
final class Allowance {
  private final Bucket bucket;
  private final AtomicInteger underWay = new AtomicInteger();

  Allowance(long requests, Duration window) {
    long capacity = Math.max(1, requests);
    this.bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, window))
            .build();
  }

  Bucket bucket() {
    return bucket;
  }

  /** Takes one of the places for requests under way; false if all are taken. */
  boolean enter(int places) {
    if (underWay.incrementAndGet() <= places) {
      return true;
    }
    underWay.decrementAndGet();
    return false;
  }

  void leave() {
    underWay.decrementAndGet();
  }
}
