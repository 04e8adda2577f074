package dev.tradewind.metrics.epoch;

import dev.tradewind.contracts.Topics;
import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.platform.kafka.AssignedPosition;
import dev.tradewind.platform.kafka.AssignmentListener;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices that this database has forgotten what it had already taken: Kafka's group is ahead of its
 * positions. From then on merges are silent until it has caught up (protocol rule 16).
 */
@Singleton
public class EpochGuard implements AssignmentListener, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EpochGuard.class);
  private static final long PATIENCE_SECONDS = 10;

  private final Database database;
  private final Map<String, Object> kafka;
  private final String group;
  private @Nullable Admin admin;

  EpochGuard(
      Database database,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MetricsConfig config) {
    this.database = database;
    this.kafka = kafka;
    this.group = config.group();
  }

  /** Before the first record of a partition: this consumer's commits would hide how far it was. */
  @Override
  public void assigned(Map<TopicPartition, AssignedPosition> positions) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    positions.forEach(
        (partition, position) -> {
          Long offset = position.committed();
          if (position.databaseIsBehind() && offset != null) {
            committed.put(partition, offset);
          }
        });
    if (!committed.isEmpty()) {
      compare(committed);
    }
  }

  /**
   * Before anything is merged: another replica may not have been assigned anything yet. The group's
   * offsets are read first; they are committed only after the database, so in quiet times they are
   * never ahead of positions that are read later.
   */
  public void check() {
    try {
      Map<TopicPartition, Long> committed = new HashMap<>();
      admin()
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .forEach(
              (partition, offset) -> {
                if (offset != null && !partition.topic().equals(Topics.INDICATORS)) {
                  committed.put(partition, offset.offset());
                }
              });
      if (!committed.isEmpty()) {
        compare(committed);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the group's offsets cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  /** Whether the database is catching up and has reached what the group had read. */
  public boolean caughtUp() {
    return database.inTransaction(
        session ->
            MergeState.read(session).quiet()
                && session.one(
                    """
                    SELECT NOT EXISTS (
                      SELECT FROM catch_up c
                      LEFT JOIN position p ON p.topic = c.topic AND p.partition = c.partition
                      WHERE p.next IS NULL OR p.next < c.target)
                    """,
                    row -> row.getBoolean(0)));
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close(java.time.Duration.ofSeconds(1));
    }
  }

  private void compare(Map<TopicPartition, Long> committed) {
    List<TopicPartition> partitions = List.copyOf(committed.keySet());
    boolean behind =
        database.inTransaction(session -> !ahead(session, partitions, committed).isEmpty());
    if (behind) {
      database.inTransaction(
          session -> {
            MergeState state = MergeState.lock(session);
            Map<TopicPartition, Long> targets = ahead(session, partitions, committed);
            targets.forEach((partition, target) -> note(session, partition, target));
            if (!targets.isEmpty() && !state.quiet()) {
              // Larger than any epoch before, also than those that this database has forgotten.
              long epoch = Math.max(state.epoch() + 1, Instant.now().getEpochSecond());
              state.with(epoch, true).write(session);
              LOG.warnf(
                  "the database is behind what its group had read: it was restored or rebuilt."
                      + " epoch=%d, silent until caught up with %s",
                  epoch, targets);
            }
            return state;
          });
    }
  }

  private static Map<TopicPartition, Long> ahead(
      Session session, List<TopicPartition> partitions, Map<TopicPartition, Long> committed) {
    Map<TopicPartition, Long> ahead = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long next =
          session
              .first(
                  "SELECT next FROM position WHERE topic = $1 AND partition = $2",
                  row -> row.getLong(0),
                  partition.topic(),
                  partition.partition())
              .orElse(0L);
      long target = committed.getOrDefault(partition, 0L);
      if (target > next) {
        ahead.put(partition, target);
      }
    }
    return ahead;
  }

  private static void note(Session session, TopicPartition partition, long target) {
    session.run(
        """
        INSERT INTO catch_up AS c (topic, partition, target) VALUES ($1, $2, $3)
        ON CONFLICT (topic, partition) DO UPDATE SET target = greatest(c.target, EXCLUDED.target)
        """,
        partition.topic(),
        partition.partition(),
        target);
  }

  /** Made on first use: a broker that is away must not stop the service from starting. */
  private synchronized Admin admin() {
    if (admin == null) {
      Map<String, Object> settings = new HashMap<>(kafka);
      settings.keySet().retainAll(AdminClientConfig.configNames());
      admin = Admin.create(settings);
    }
    return admin;
  }
}
