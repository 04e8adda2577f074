package dev.tradewind.ingest.publish;

import dev.tradewind.contracts.Topics;
import dev.tradewind.ingest.block.StoredBlock;
import dev.tradewind.ingest.block.StoredBlocks;
import dev.tradewind.ingest.store.Database;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends the stored blocks of a submission to Kafka. What Kafka has acknowledged is noted now and
 * then, and whoever takes over goes on there: the blocks are the same bytes under the same attempt
 * and numbers, so it does no harm that some are sent twice.
 */
@Singleton
class BlockPublisher {
  private static final int BLOCKS_A_READ = 128;

  private static final String PROGRESS =
      """
      select checked_attempt, block_count, acknowledged_blocks, topic_id, end_offsets,
        (select coalesce(sum(cells), 0) from block b where b.submission = s.id and b.attempt = s.checked_attempt
           and b.number < s.acknowledged_blocks) as acknowledged_cells
      from submission s where id = $1
      """;

  private final Database database;
  private final StoredBlocks blocks;
  private final KafkaSender sender;
  private final ExportsTopic topic;
  private final KafkaConfig config;
  private final Attempts attempts;

  BlockPublisher(
      Database database,
      StoredBlocks blocks,
      KafkaSender sender,
      ExportsTopic topic,
      KafkaConfig config,
      Attempts attempts) {
    this.database = database;
    this.blocks = blocks;
    this.sender = sender;
    this.topic = topic;
    this.config = config;
    this.attempts = attempts;
  }

  /**
   * Sends all blocks that Kafka has not acknowledged and waits until it has.
   *
   * @throws SendFailedException if Kafka did not take one
   */
  Publication publish(Lease lease, Heartbeat heartbeat) throws InterruptedException {
    Row row = database.execute(PROGRESS, lease.submission()).get(0);
    String topicId = topic.id();
    boolean sameTopic = topicId.equals(row.getString("topic_id"));
    Sending sending =
        new Sending(
            lease,
            heartbeat,
            topicId,
            sameTopic ? row.getInteger("acknowledged_blocks") : 0,
            sameTopic ? row.getLong("acknowledged_cells") : 0,
            sameTopic ? Publication.endOffsets(row.getString("end_offsets")) : new TreeMap<>());
    sending.sendAll(row.getInteger("checked_attempt"), row.getInteger("block_count"));
    if (!topic.id().equals(topicId)) {
      throw new SendFailedException(Topics.EXPORTS + " was created anew while it was written");
    }
    return new Publication(topicId, sending.ends);
  }

  private final class Sending {
    private final Lease lease;
    private final Heartbeat heartbeat;
    private final String topicId;
    private final SortedMap<Integer, Long> ends;
    private int next;
    private long cells;
    private Acknowledgements window = window();

    Sending(
        Lease lease,
        Heartbeat heartbeat,
        String topicId,
        int next,
        long cells,
        SortedMap<Integer, Long> ends) {
      this.lease = lease;
      this.heartbeat = heartbeat;
      this.topicId = topicId;
      this.next = next;
      this.cells = cells;
      this.ends = ends;
    }

    private Acknowledgements window() {
      return new Acknowledgements(config.blocksInFlight(), 2 * config.deliveryTimeout().toMillis());
    }

    void sendAll(int attempt, int count) throws InterruptedException {
      int noted = next;
      while (next < count) {
        List<StoredBlock> read = blocks.from(lease.submission(), attempt, next, BLOCKS_A_READ);
        if (read.isEmpty()) {
          throw new IllegalStateException("stored blocks are missing from number " + next);
        }
        for (StoredBlock block : read) {
          send(block);
        }
        if (next - noted >= config.noteEvery() && next < count) {
          closeWindow();
          attempts.acknowledged(lease, next, new Publication(topicId, ends));
          noted = next;
        }
      }
      closeWindow();
    }

    private void send(StoredBlock block) throws InterruptedException {
      window.awaitRoom();
      byte[] key = block.key().getBytes(StandardCharsets.UTF_8);
      sender.send(
          new ProducerRecord<>(Topics.EXPORTS, key, block.message().getBytes()), window::done);
      next = block.number() + 1;
      cells += block.cells();
      heartbeat.published(cells, next);
    }

    private void closeWindow() throws InterruptedException {
      window.awaitAll();
      window.ends().forEach((partition, end) -> ends.merge(partition, end, Math::max));
      if (!window.unknownEnds().isEmpty()) {
        // Later than needed does no harm: whoever reads up to there has read ours.
        topic
            .logEnds(window.unknownEnds())
            .forEach((partition, end) -> ends.merge(partition, end, Math::max));
      }
      window = window();
    }
  }
}
