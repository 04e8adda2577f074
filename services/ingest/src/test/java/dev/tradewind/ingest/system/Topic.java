package dev.tradewind.ingest.system;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.contracts.message.SubmissionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads and writes the topics as the other services do. */
final class Topic {
  /** A block where Kafka keeps it. */
  record Stored(ExportBlock block, String key, int partition, long offset) {}

  private Topic() {}

  /** All blocks of a submission, in the order of each partition. */
  static List<Stored> blocks(UUID submission) {
    List<Stored> blocks = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> message : all(Topics.EXPORTS)) {
      ExportBlock block = read(message, ExportBlock.class);
      if (block.submission().equals(submission)) {
        String key = new String(message.key(), StandardCharsets.UTF_8);
        blocks.add(new Stored(block, key, message.partition(), message.offset()));
      }
    }
    return blocks;
  }

  /** All events of a submission. */
  static List<SubmissionEvent> events(UUID submission) {
    return all(Topics.SUBMISSIONS).stream()
        .filter(
            message ->
                new String(message.key(), StandardCharsets.UTF_8).equals(submission.toString()))
        .map(message -> read(message, SubmissionEvent.class))
        .toList();
  }

  /** Says what metrics would say. */
  static void send(IndicatorEvent event) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = event.submission().toString().getBytes(StandardCharsets.UTF_8);
      var unused =
          producer.send(new ProducerRecord<>(Topics.INDICATORS, key, MessageCodec.write(event)));
    }
  }

  private static <T> T read(ConsumerRecord<byte[], byte[]> message, Class<T> type) {
    try {
      return MessageCodec.read(message.value(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers(), "fetch.max.wait.ms", "20"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  private static String servers() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }
}
