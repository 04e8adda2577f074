package dev.tradewind.platform.kafka;

import dev.tradewind.platform.kafka.ConsumerStatus.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics in a consumer group whose true positions are rows of the service's database. One
 * thread polls, hands batches over and commits the group's offsets after the database; on every
 * assignment it seeks to the database's position. A consumer that lost a partition without knowing
 * can therefore neither repeat nor skip anything: its transaction finds the position moved. A
 * re-created or truncated topic raises an alarm instead of being read.
 */
public final class PositionedConsumer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PositionedConsumer.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long CONFIRM_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long FIRST_WAIT_MILLIS = 200;
  private static final long LONGEST_WAIT_MILLIS = 5_000;

  private final List<String> topics;
  private final Map<String, Object> clientConfig;
  private final PositionedAssignment assignment;
  private final BatchHandler handler;
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Map<TopicPartition, Long> lag = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> deleted = new ConcurrentHashMap<>();
  private volatile ConsumerStatus status = new ConsumerStatus(State.STARTING, "");
  private volatile @Nullable KafkaConsumer<byte[], byte[]> current;

  /**
   * A consumer that reads once {@link #start()} is called.
   *
   * @param kafka the service's {@code kafka.*} settings
   * @param group the consumer group
   * @param topics which must exist
   * @param overrides client settings of this consumer, such as {@code max.poll.records}
   * @param positions where the database keeps them
   * @param listener hears of assignments first
   * @param handler takes the records
   */
  public PositionedConsumer(
      Map<String, Object> kafka,
      String group,
      Collection<String> topics,
      Map<String, Object> overrides,
      Positions positions,
      AssignmentListener listener,
      BatchHandler handler) {
    this.topics = List.copyOf(topics);
    this.clientConfig = ConsumerSettings.of(kafka, group, overrides);
    this.assignment = new PositionedAssignment(this.topics, clientConfig, positions, listener);
    this.handler = handler;
    this.thread = new Thread(this::run, group + "-consumer");
  }

  /** Starts reading. */
  public void start() {
    thread.start();
  }

  /** How it is doing, for readiness. */
  public ConsumerStatus status() {
    return status;
  }

  /** Records not yet taken, by assigned partition. */
  public Map<TopicPartition, Long> lag() {
    return Map.copyOf(lag);
  }

  /**
   * Records that the log no longer has at its start, by assigned partition: where it is more than
   * zero, somebody gave the topic a retention, and nothing can be rebuilt from it. Looked up when a
   * partition is assigned and every half minute.
   */
  public Map<TopicPartition, Long> deleted() {
    return Map.copyOf(deleted);
  }

  /** Stops after the batch under way. */
  @Override
  public void close() {
    stop.countDown();
    KafkaConsumer<byte[], byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean stopped() {
    return stop.getCount() == 0;
  }

  private void run() {
    long wait = FIRST_WAIT_MILLIS;
    while (!stopped()) {
      try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(clientConfig)) {
        current = consumer;
        consumer.subscribe(topics, new Rebalance(consumer));
        long confirmed = System.nanoTime();
        while (!stopped()) {
          if (System.nanoTime() - confirmed > CONFIRM_NANOS) {
            assignment.confirmTopics();
            deleted.putAll(consumer.beginningOffsets(consumer.assignment()));
            confirmed = System.nanoTime();
          }
          step(consumer);
          wait = FIRST_WAIT_MILLIS;
        }
      } catch (WakeupException e) {
        // Only close() wakes it.
      } catch (RuntimeException e) {
        fail(e);
        pause(wait);
        wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
      } finally {
        current = null;
        lag.clear();
        deleted.clear();
      }
    }
    status = new ConsumerStatus(State.STOPPED, "");
  }

  private void step(KafkaConsumer<byte[], byte[]> consumer) {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    status = new ConsumerStatus(State.RUNNING, "");
    if (!records.isEmpty()) {
      take(consumer, batches(records));
    }
    for (TopicPartition partition : consumer.assignment()) {
      OptionalLong behind = consumer.currentLag(partition);
      behind.ifPresent(records_ -> lag.put(partition, records_));
    }
  }

  private void take(KafkaConsumer<byte[], byte[]> consumer, List<PartitionBatch> batches) {
    long wait = FIRST_WAIT_MILLIS;
    while (!stopped()) {
      try {
        handler.handle(batches);
        commit(consumer, batches);
        return;
      } catch (PositionMovedException e) {
        LOG.infof("%s: reading on from the stored position", e.getMessage());
        // As on assignment: a database restored under a running consumer is noticed before the
        // group's offsets are committed anew.
        assignment.begin(consumer, consumer.assignment());
        return;
      } catch (RuntimeException e) {
        // Most likely the database is away. The records are in hand, so the same batches are tried
        // again; should another replica
        // have taken the partitions over meanwhile, the stored positions say so.
        fail(e);
        pause(wait);
        wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
      }
    }
  }

  private List<PartitionBatch> batches(ConsumerRecords<byte[], byte[]> records) {
    List<PartitionBatch> batches = new ArrayList<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> of = records.records(partition);
      batches.add(PartitionBatch.of(partition, assignment.topicId(partition.topic()), of));
    }
    batches.sort(
        Comparator.comparing((PartitionBatch batch) -> batch.partition().topic())
            .thenComparingInt(batch -> batch.partition().partition()));
    return batches;
  }

  private static void commit(KafkaConsumer<byte[], byte[]> consumer, List<PartitionBatch> batches) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    batches.forEach(b -> offsets.put(b.partition(), new OffsetAndMetadata(b.endOffset())));
    // Only tells others how far the group is; the database decides, so a failure costs nothing.
    consumer.commitAsync(
        offsets,
        (committed, error) -> {
          if (error != null) {
            LOG.debugf(error, "group offsets were not committed");
          }
        });
  }

  private void fail(RuntimeException e) {
    Throwable cause = e;
    while (cause instanceof KafkaException && cause.getCause() instanceof RuntimeException inner) {
      cause = inner;
    }
    State state =
        cause instanceof ConsumerAlarmException || cause instanceof OffsetOutOfRangeException
            ? State.ALARM
            : State.WAITING;
    String detail =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    if (status.state() != state || !status.detail().equals(detail)) {
      LOG.errorf(cause, "consumer of %s: %s", topics, state);
    }
    status = new ConsumerStatus(state, detail);
  }

  private void pause(long millis) {
    try {
      if (stop.await(millis, TimeUnit.MILLISECONDS)) {
        LOG.debug("stopping");
      }
    } catch (InterruptedException e) {
      stop.countDown();
      Thread.currentThread().interrupt();
    }
  }

  private final class Rebalance implements ConsumerRebalanceListener {
    private final KafkaConsumer<byte[], byte[]> consumer;

    Rebalance(KafkaConsumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (!partitions.isEmpty()) {
        assignment.begin(consumer, Set.copyOf(partitions));
        deleted.putAll(consumer.beginningOffsets(partitions));
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(lag::remove);
      partitions.forEach(deleted::remove);
    }
  }
}
