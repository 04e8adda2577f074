package dev.tradewind.benchmarks.metrics;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.contracts.message.SubmissionEvent.Published;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes one month of all regions, again and again, and measures from the completion event to
 * the close on {@code tradewind.indicators}: the part of metrics in the way from the last durable
 * row to Slack.
 */
final class Telling {
  private static final YearMonth MONTH = FactLoad.LAST;
  private static final int FIRST_VINTAGE = 5_000;
  private static final int PRODUCTS = 60;
  private static final List<String> PARTNERS = List.of("USA", "VNM", "DEU", "JPN", "IND", "MEX");
  private static final int REPEATED = 12;
  private static final int WARM_UP = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String bootstrap;
  private final List<String> products;
  private long events;

  Telling(String bootstrap, List<String> products) {
    this.bootstrap = bootstrap;
    int step = products.size() / PRODUCTS;
    this.products =
        java.util.stream.IntStream.range(0, PRODUCTS)
            .mapToObj(i -> products.get(i * step))
            .toList();
  }

  /** Publishes and measures, and prints a line. */
  void measure() throws IOException, InterruptedException, ExecutionException {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
    String topicId;
    try (Admin admin = Admin.create(settings)) {
      topicId =
          Objects.requireNonNull(
                  admin
                      .describeTopics(List.of(Topics.EXPORTS))
                      .allTopicNames()
                      .get()
                      .get(Topics.EXPORTS))
              .topicId()
              .toString();
    }
    long[] nanos = new long[REPEATED];
    try (KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.INDICATORS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      for (int i = 0; i < REPEATED + WARM_UP; i++) {
        long took = once(producer, consumer, topicId, FIRST_VINTAGE + i);
        if (i >= WARM_UP) {
          nanos[i - WARM_UP] = took;
        }
      }
    }
    System.out.println(
        Latencies.of(nanos).line("one month of all regions, told") + "  events=" + events);
  }

  private long once(
      KafkaProducer<byte[], byte[]> producer,
      KafkaConsumer<byte[], byte[]> consumer,
      String topicId,
      long vintage)
      throws IOException, InterruptedException, ExecutionException {
    UUID id = UUID.randomUUID();
    List<ExportBlock> blocks = blocks(id, vintage);
    Map<Integer, Long> ends = new HashMap<>();
    for (ExportBlock block : blocks) {
      RecordMetadata sent = send(producer, Topics.EXPORTS, block.key(), block);
      ends.merge(sent.partition(), sent.offset() + 1, Math::max);
    }
    long rows = blocks.stream().mapToLong(block -> block.rows().size()).sum();
    long begin = System.nanoTime();
    send(
        producer,
        Topics.SUBMISSIONS,
        id.toString(),
        new Published(
            SubmissionEvent.SCHEMA_VERSION,
            id,
            1,
            vintage,
            Instant.now(),
            "X",
            "USD",
            null,
            blocks.size(),
            rows,
            rows,
            topicId,
            ends,
            List.of(box()),
            false));
    long deadline = begin + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> heard : consumer.poll(Duration.ofMillis(5))) {
        if (MessageCodec.read(heard.value(), IndicatorEvent.class)
                instanceof SubmissionApplied close
            && close.submission().equals(id)) {
          events = close.events();
          return System.nanoTime() - begin;
        }
      }
    }
    throw new IllegalStateException("submission " + id + " was not told");
  }

  private static RecordMetadata send(
      KafkaProducer<byte[], byte[]> producer, String topic, String key, Object message)
      throws InterruptedException, ExecutionException {
    return producer
        .send(
            new ProducerRecord<>(
                topic, key.getBytes(StandardCharsets.UTF_8), MessageCodec.write(message)))
        .get();
  }

  private List<ExportBlock> blocks(UUID id, long vintage) {
    Random random = new Random(vintage);
    List<ExportBlock> blocks = new ArrayList<>();
    for (Region region : Region.all()) {
      List<ExportBlock.Row> rows = new ArrayList<>();
      for (String product : products) {
        for (String partner : PARTNERS) {
          rows.add(new ExportBlock.Row(partner, product, 1 + random.nextInt(100_000_000)));
        }
      }
      blocks.add(
          new ExportBlock(
              id, 1, vintage, blocks.size(), "X", "USD", MONTH, region.code(), List.copyOf(rows)));
    }
    return blocks;
  }

  private CoverageBox box() {
    return new CoverageBox(
        "month.csv",
        products,
        List.of(MONTH),
        List.of(),
        PARTNERS,
        Region.all().stream().map(Region::code).toList(),
        true,
        true);
  }
}
