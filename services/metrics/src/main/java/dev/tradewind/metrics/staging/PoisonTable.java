package dev.tradewind.metrics.staging;

import dev.tradewind.metrics.database.Session;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts aside what cannot be read, visibly. */
class PoisonTable {
  private static final Logger LOG = Logger.getLogger(PoisonTable.class);

  private final Counter counter;

  PoisonTable(MeterRegistry meters) {
    counter =
        Counter.builder("tradewind.poison.records")
            .description("Records that could not be read and were diverted")
            .register(meters);
  }

  void divert(Session session, List<PoisonRecord> records) {
    for (PoisonRecord poison : records) {
      var record = poison.record();
      session.run(
          """
          INSERT INTO poison (topic, topic_id, partition, record, reason, key, value)
          VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
          """,
          record.topic(),
          poison.topicId(),
          record.partition(),
          record.offset(),
          poison.reason(),
          buffer(record.key()),
          buffer(record.value()));
    }
  }

  /** After the commit: now it is true. */
  void report(List<PoisonRecord> records) {
    for (PoisonRecord poison : records) {
      counter.increment();
      LOG.errorf(
          "poison record diverted topic=%s partition=%d offset=%d reason=%s",
          poison.record().topic(),
          poison.record().partition(),
          poison.record().offset(),
          poison.reason());
    }
  }

  private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
    return bytes == null ? null : Buffer.buffer(bytes);
  }
}
