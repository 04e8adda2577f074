package dev.tradewind.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

  @Test
  void keepsRecordsAndTopicIdsWhenTheBrokerRestartsOnTheSamePort() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.temporary().start()) {
      // Given a record in a topic
      kafka.createTopics(Map.of("facts", 3));
      Uuid id = topicId(kafka, "facts");
      produce(kafka, "facts", "one");
      String address = kafka.bootstrapServers();

      // When the broker stops and starts
      kafka.stop();
      kafka.start();

      // Then clients find the same topic and record at the same address
      assertThat(kafka.bootstrapServers()).isEqualTo(address);
      assertThat(topicId(kafka, "facts")).isEqualTo(id);
      assertThat(consume(kafka, "facts")).containsExactly("one");
    }
  }

  @Test
  void reopensTheDirectoryOfAnEarlierRun(@TempDir Path directory) throws Exception {
    // Given a directory that another broker filled and left
    Uuid id;
    try (EmbeddedKafka earlier = EmbeddedKafka.at(directory).start()) {
      earlier.createTopics(Map.of("facts", 1));
      id = topicId(earlier, "facts");
      produce(earlier, "facts", "one");
    }

    // When a new broker opens it and asks for its topics again
    try (EmbeddedKafka kafka = EmbeddedKafka.at(directory).start()) {
      kafka.createTopics(Map.of("facts", 1));

      // Then it is the same topic with the same record
      assertThat(topicId(kafka, "facts")).isEqualTo(id);
      assertThat(consume(kafka, "facts")).containsExactly("one");
    }
  }

  @Test
  void createsTopicsThatKeepEverything() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.temporary().start();
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      // When
      kafka.createTopics(Map.of("facts", 2));

      // Then
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "facts");
      var config = admin.describeConfigs(List.of(topic)).values().values().iterator().next().get();
      assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
      assertThat(config.get("retention.ms").value()).isEqualTo("-1");
      assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
      assertThat(describe(admin, "facts").partitions()).hasSize(2);
    }
  }

  @Test
  void createsNoTopicThatNobodyAskedFor() {
    try (EmbeddedKafka kafka = EmbeddedKafka.temporary().start()) {
      assertThatThrownBy(() -> produce(kafka, "misspelt", "one"))
          .isInstanceOf(ExecutionException.class);
    }
  }

  private static Uuid topicId(EmbeddedKafka kafka, String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      return describe(admin, topic).topicId();
    }
  }

  private static TopicDescription describe(Admin admin, String topic) throws Exception {
    return admin.describeTopics(List.of(topic)).topicNameValues().values().iterator().next().get();
  }

  private static void produce(EmbeddedKafka kafka, String topic, String value) throws Exception {
    Map<String, Object> config =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", 2_000);
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, null, value.getBytes(UTF_8))).get();
    }
  }

  private static List<String> consume(EmbeddedKafka kafka, String topic) {
    Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(20)).records(partition).stream()
          .map(record -> new String(record.value(), UTF_8))
          .toList();
    }
  }
}
