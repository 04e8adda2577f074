package dev.tradewind.ingest.publish;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Bounds what is under way to Kafka, and remembers where it ended up or what failed. */
final class Acknowledgements {
  private final int inFlight;
  private final Semaphore free;
  private final long patienceMillis;
  private final Map<Integer, Long> ends = new ConcurrentHashMap<>();
  private final Set<Integer> unknownEnds = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  Acknowledgements(int inFlight, long patienceMillis) {
    this.inFlight = inFlight;
    this.free = new Semaphore(inFlight);
    this.patienceMillis = patienceMillis;
  }

  /** Waits until one more may be sent. */
  void awaitRoom() throws InterruptedException {
    acquire(1);
  }

  /** Waits until all that was sent is acknowledged. */
  void awaitAll() throws InterruptedException {
    acquire(inFlight);
  }

  private void acquire(int permits) throws InterruptedException {
    boolean acquired = free.tryAcquire(permits, patienceMillis, TimeUnit.MILLISECONDS);
    Exception failed = failure.get();
    if (failed != null) {
      throw new SendFailedException("Kafka did not take a block: " + failed.getMessage(), failed);
    }
    if (!acquired) {
      throw new SendFailedException("Kafka does not answer");
    }
  }

  /** The producer's callback. */
  void done(@Nullable RecordMetadata metadata, @Nullable Exception failed) {
    if (failed != null) {
      failure.compareAndSet(null, failed);
    } else if (metadata != null && metadata.hasOffset()) {
      ends.merge(metadata.partition(), metadata.offset() + 1, Math::max);
    } else if (metadata != null) {
      // A repeated request was recognised as such: it is in the log, the broker does not say where.
      unknownEnds.add(metadata.partition());
    }
    free.release();
  }

  /** Partitions that hold records whose offsets Kafka did not tell. */
  Set<Integer> unknownEnds() {
    return unknownEnds;
  }

  /** Per partition, the offset after the last record. */
  SortedMap<Integer, Long> ends() {
    return new TreeMap<>(ends);
  }
}
