package dev.tradewind.platform.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The table {@code position(topic text, topic_id text, partition int, next bigint, primary key
 * (topic, partition))}: how far each partition has been taken into this database.
 */
public final class Positions {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;

  /** Over the service's database. */
  public Positions(Pool pool) {
    this.pool = pool;
  }

  /** One stored position. */
  record Stored(String topicId, long next) {}

  /** The stored positions of those partitions. */
  Map<TopicPartition, Stored> load(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Stored> stored = new HashMap<>();
    var rows =
        pool.query("SELECT topic, partition, topic_id, next FROM position")
            .execute()
            .await()
            .atMost(PATIENCE);
    for (Row row : rows) {
      TopicPartition partition = new TopicPartition(row.getString(0), row.getInteger(1));
      if (partitions.contains(partition)) {
        stored.put(partition, new Stored(row.getString(2), row.getLong(3)));
      }
    }
    return stored;
  }

  /** Begins a partition at its first record, unless another replica has. */
  void begin(TopicPartition partition, String topicId) {
    pool.preparedQuery(
            "INSERT INTO position (topic, topic_id, partition, next) VALUES ($1, $2, $3, 0)"
                + " ON CONFLICT (topic, partition) DO NOTHING")
        .execute(Tuple.of(partition.topic(), topicId, partition.partition()))
        .await()
        .atMost(PATIENCE);
  }

  /**
   * Moves the positions past those batches, within the caller's transaction. Fails with {@link
   * PositionMovedException} if one is not where the batch begins: the transaction must then be
   * rolled back, as any failure does.
   */
  public Uni<Void> advance(SqlConnection connection, List<PartitionBatch> batches) {
    return Multi.createFrom()
        .iterable(batches)
        .onItem()
        .transformToUniAndConcatenate(batch -> advance(connection, batch))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private static Uni<Void> advance(SqlConnection connection, PartitionBatch batch) {
    return connection
        .preparedQuery(
            "UPDATE position SET next = $1"
                + " WHERE topic_id = $2 AND topic = $3 AND partition = $4 AND next = $5")
        .execute(
            Tuple.of(
                batch.endOffset(),
                batch.topicId(),
                batch.partition().topic(),
                batch.partition().partition(),
                batch.firstOffset()))
        .invoke(
            updated -> {
              if (updated.rowCount() != 1) {
                throw new PositionMovedException(batch);
              }
            })
        .replaceWithVoid();
  }
}
