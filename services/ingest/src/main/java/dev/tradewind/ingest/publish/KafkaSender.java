package dev.tradewind.ingest.publish;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The one producer of this process: idempotent, acknowledged by all replicas. */
@Singleton
class KafkaSender {
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(2);

  private final Map<String, Object> settings;
  private @Nullable Producer<byte[], byte[]> producer;

  KafkaSender(@Identifier("default-kafka-broker") Map<String, Object> kafka, KafkaConfig config) {
    int timeout = Math.toIntExact(config.deliveryTimeout().toMillis());
    settings = new HashMap<>(kafka);
    settings.keySet().retainAll(ProducerConfig.configNames());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 17);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1L << 24);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, timeout / 3));
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) timeout);
  }

  /** Hands a record to Kafka; the callback tells whether it got there. */
  synchronized void send(ProducerRecord<byte[], byte[]> message, Callback done) {
    if (producer == null) {
      producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
    // The callback hears of failures.
    var unused = producer.send(message, done);
  }

  /** After a failure, the next send starts afresh: some errors end an idempotent producer. */
  @PreDestroy
  synchronized void reset() {
    if (producer != null) {
      producer.close(PATIENCE_AT_END);
      producer = null;
    }
  }
}
