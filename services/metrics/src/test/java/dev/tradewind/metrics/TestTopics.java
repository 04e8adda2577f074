package dev.tradewind.metrics;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.contracts.message.SubmissionEvent.Published;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes as ingest does, and reads what metrics tells. */
@Singleton
class TestTopics {
  private final Map<String, Object> kafka;
  private final KafkaProducer<byte[], byte[]> producer;

  TestTopics(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("acks", "all");
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** All blocks, then the event. */
  void publish(TestSubmission submission) {
    complete(submission, send(submission.blocks()));
  }

  /** The same, called provisional by its sender. */
  void publishProvisional(TestSubmission submission) {
    Published plain = submission.published(topicId(), send(submission.blocks()));
    event(
        submission.id(),
        new Published(
            plain.schemaVersion(),
            plain.submission(),
            plain.attempt(),
            plain.vintage(),
            plain.acceptedAt(),
            plain.flow(),
            plain.currency(),
            plain.label(),
            plain.blocks(),
            plain.rows(),
            plain.distinctKeys(),
            plain.topicId(),
            plain.endOffsets(),
            plain.coverage(),
            true));
  }

  /** Blocks in that order; tells the end offsets. */
  Map<Integer, Long> send(List<ExportBlock> blocks) {
    Map<Integer, Long> ends = new HashMap<>();
    for (ExportBlock block : blocks) {
      RecordMetadata sent = send(Topics.EXPORTS, block.key(), MessageCodec.write(block));
      ends.merge(sent.partition(), sent.offset() + 1, Math::max);
    }
    return ends;
  }

  void complete(TestSubmission submission, Map<Integer, Long> ends) {
    event(submission.id(), submission.published(topicId(), ends));
  }

  void event(UUID submission, Object event) {
    send(Topics.SUBMISSIONS, submission.toString(), MessageCodec.write(event));
  }

  RecordMetadata send(String topic, String key, byte[] value) {
    try {
      return producer
          .send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
          .get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  String topicId() {
    try (Admin admin = Admin.create(kafka)) {
      return admin
          .describeTopics(List.of(Topics.EXPORTS))
          .allTopicNames()
          .get()
          .get(Topics.EXPORTS)
          .topicId()
          .toString();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything that metrics has told under that key, in order, as it came. */
  List<ConsumerRecord<byte[], byte[]>> told(UUID submission) {
    return all().stream()
        .filter(
            record ->
                new String(record.key(), StandardCharsets.UTF_8).equals(submission.toString()))
        .toList();
  }

  /** The closes under that key. */
  List<SubmissionApplied> closes(UUID submission) {
    return told(submission).stream()
        .map(TestTopics::event)
        .filter(SubmissionApplied.class::isInstance)
        .map(SubmissionApplied.class::cast)
        .toList();
  }

  static IndicatorEvent event(ConsumerRecord<byte[], byte[]> record) {
    try {
      return MessageCodec.read(record.value(), IndicatorEvent.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole topic, partition by partition. */
  List<ConsumerRecord<byte[], byte[]>> all() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("group.id", "reader-" + UUID.randomUUID());
    settings.put("enable.auto.commit", false);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.INDICATORS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }
}
