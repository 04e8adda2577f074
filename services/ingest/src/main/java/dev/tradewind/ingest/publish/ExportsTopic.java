package dev.tradewind.ingest.publish;

import dev.tradewind.contracts.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What Kafka knows of the topic of blocks. */
@Singleton
class ExportsTopic {
  private static final long PATIENCE_SECONDS = 20;

  private final Map<String, Object> settings;

  ExportsTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    settings = new HashMap<>(kafka);
    settings.keySet().retainAll(AdminClientConfig.configNames());
  }

  /** Kafka's id of the topic: another one after it was deleted and created again. */
  String id() throws InterruptedException {
    try (Admin admin = Admin.create(settings)) {
      TopicDescription topic =
          await(admin.describeTopics(List.of(Topics.EXPORTS)).allTopicNames()).get(Topics.EXPORTS);
      if (topic == null) {
        throw new SendFailedException(Topics.EXPORTS + " does not exist");
      }
      return topic.topicId().toString();
    }
  }

  /** The ends of these partitions' logs. */
  Map<Integer, Long> logEnds(Collection<Integer> partitions) throws InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(Topics.EXPORTS, partition),
                    partition -> OffsetSpec.latest()));
    try (Admin admin = Admin.create(settings)) {
      return await(admin.listOffsets(latest).all()).entrySet().stream()
          .collect(
              Collectors.toMap(
                  entry -> entry.getKey().partition(), entry -> entry.getValue().offset()));
    }
  }

  private static <T> T await(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new SendFailedException(
          "Kafka does not describe " + Topics.EXPORTS + ": " + e.getMessage(), e);
    }
  }
}
