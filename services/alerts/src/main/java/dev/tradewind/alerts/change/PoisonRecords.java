package dev.tradewind.alerts.change;

import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what cannot be read, so that reading goes on and people can look. */
final class PoisonRecords {
  private static final Logger LOG = Logger.getLogger(PoisonRecords.class);

  private static final String INSERT =
      """
      INSERT INTO poison_record (topic, topic_id, partition, record_offset, record_key, record_value, error)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT DO NOTHING
      """;

  private PoisonRecords() {}

  static void divert(Transaction transaction, String topicId, Incoming.Poison poison) {
    ConsumerRecord<byte[], byte[]> record = poison.record();
    LOG.errorf(
        "record diverted: topic=%s partition=%d offset=%d error=%s",
        record.topic(), record.partition(), record.offset(), poison.error());
    Tuple row =
        Tuple.tuple()
            .addString(record.topic())
            .addString(topicId)
            .addInteger(record.partition())
            .addLong(record.offset());
    add(row, record.key());
    add(row, record.value());
    transaction.update(INSERT, row.addString(poison.error()));
  }

  /** A buffer that is null would not pass. */
  private static void add(Tuple row, byte @Nullable [] bytes) {
    if (bytes == null) {
      row.addValue(null);
    } else {
      row.addBuffer(Buffer.buffer(bytes));
    }
  }
}
