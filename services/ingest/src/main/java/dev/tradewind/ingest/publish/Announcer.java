package dev.tradewind.ingest.publish;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.ingest.block.BlockWriter;
import dev.tradewind.ingest.store.CoverageText;
import dev.tradewind.ingest.store.Database;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Tells what happened to a submission. The event is always made of the submission's row, so it is
 * the same however often it is sent.
 */
@Singleton
class Announcer {
  private static final String ROW =
      """
      select id, vintage, accepted_at, withdrawn_at, label, currency, row_count, published_attempt, block_count,
        key_count, topic_id, end_offsets, coverage, provisional
      from submission where id = $1
      """;

  private final Database database;
  private final KafkaSender sender;
  private final KafkaConfig config;

  Announcer(Database database, KafkaSender sender, KafkaConfig config) {
    this.database = database;
    this.sender = sender;
    this.config = config;
  }

  void published(Lease lease) throws InterruptedException {
    Row row = row(lease);
    send(
        lease,
        new SubmissionEvent.Published(
            SubmissionEvent.SCHEMA_VERSION,
            lease.submission(),
            row.getInteger("published_attempt"),
            row.getLong("vintage"),
            instant(row.getOffsetDateTime("accepted_at")),
            BlockWriter.FLOW,
            row.getString("currency"),
            row.getString("label"),
            row.getInteger("block_count"),
            row.getLong("row_count"),
            row.getLong("key_count"),
            row.getString("topic_id"),
            Publication.endOffsets(row.getString("end_offsets")),
            CoverageText.read(row.getString("coverage")),
            row.getBoolean("provisional")));
  }

  void withdrawn(Lease lease) throws InterruptedException {
    Row row = row(lease);
    send(
        lease,
        new SubmissionEvent.Withdrawn(
            SubmissionEvent.SCHEMA_VERSION,
            lease.submission(),
            row.getLong("vintage"),
            instant(row.getOffsetDateTime("withdrawn_at")),
            BlockWriter.FLOW,
            row.getString("currency")));
  }

  private Row row(Lease lease) {
    return database.execute(ROW, lease.submission()).get(0);
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  /** The submission is the key: its completion and its withdrawal share a partition. */
  private void send(Lease lease, SubmissionEvent event) throws InterruptedException {
    Acknowledgements acknowledgements =
        new Acknowledgements(1, 2 * config.deliveryTimeout().toMillis());
    byte[] key = lease.submission().toString().getBytes(StandardCharsets.UTF_8);
    acknowledgements.awaitRoom();
    sender.send(
        new ProducerRecord<>(Topics.SUBMISSIONS, key, MessageCodec.write(event)),
        acknowledgements::done);
    acknowledgements.awaitAll();
  }
}
