package dev.tradewind.standalone.system;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far a service has come in a topic. Services commit to Kafka only what their database holds,
 * so "caught up" means that everything in the topic has had its effect.
 */
public final class ConsumerProgress implements AutoCloseable {
  private final Admin admin;

  /** Looks into one broker. */
  public ConsumerProgress(String bootstrapServers) {
    admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /** Whether the service has dealt with everything that the topic holds now. */
  public boolean caughtUp(Service service, String topic) {
    try {
      Map<TopicPartition, Long> ends = ends(topic);
      Set<String> groups =
          admin.listGroups().all().get().stream()
              .map(GroupListing::groupId)
              .filter(group -> group.contains(service.id()))
              .collect(Collectors.toSet());
      for (String group : groups) {
        Map<TopicPartition, OffsetAndMetadata> committed =
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        if (ends.entrySet().stream().allMatch(end -> reached(committed, end))) {
          return true;
        }
      }
      return ends.values().stream().allMatch(end -> end == 0);
    } catch (ExecutionException e) {
      throw new KafkaException("cannot tell how far " + service.id() + " is", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private Map<TopicPartition, Long> ends(String topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        admin
            .describeTopics(Set.of(topic))
            .topicNameValues()
            .values()
            .iterator()
            .next()
            .get()
            .partitions()
            .stream()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition.partition()),
                    partition -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private static boolean reached(
      Map<TopicPartition, @Nullable OffsetAndMetadata> committed,
      Map.Entry<TopicPartition, Long> end) {
    OffsetAndMetadata position = committed.get(end.getKey());
    return end.getValue() == 0 || (position != null && position.offset() >= end.getValue());
  }
}
