package dev.tradewind.platform.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings assigned partitions to the database's position, after checking that log and database
 * belong together.
 */
final class PositionedAssignment {
  private static final long PATIENCE_SECONDS = 30;

  private final List<String> topics;
  private final Map<String, Object> clientConfig;
  private final Positions positions;
  private final AssignmentListener listener;
  private Map<String, String> topicIds = Map.of();

  PositionedAssignment(
      List<String> topics,
      Map<String, Object> clientConfig,
      Positions positions,
      AssignmentListener listener) {
    this.topics = topics;
    this.clientConfig = clientConfig;
    this.positions = positions;
    this.listener = listener;
  }

  String topicId(String topic) {
    String id = topicIds.get(topic);
    if (id == null) {
      throw new IllegalStateException("no id is known of topic " + topic);
    }
    return id;
  }

  /**
   * For newly assigned partitions, or ones that turn out to have moved: reads topic ids anew, tells
   * the listener, seeks.
   */
  void begin(KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
    topicIds = describe();
    Map<TopicPartition, Long> next = checked(consumer, partitions);
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, AssignedPosition> assigned = new HashMap<>();
    next.forEach(
        (partition, offset) -> {
          OffsetAndMetadata group = committed.get(partition);
          Long committedOffset = group == null ? null : group.offset();
          assigned.put(
              partition,
              new AssignedPosition(offset, committedOffset, ends.getOrDefault(partition, offset)));
        });
    listener.assigned(assigned);
    next.forEach(consumer::seek);
  }

  /** While reading: a topic that was re-created under the reader is another topic. */
  void confirmTopics() {
    Map<String, String> now = describe();
    for (String topic : topics) {
      String before = topicIds.get(topic);
      if (before != null && !before.equals(now.get(topic))) {
        throw new ConsumerAlarmException(topic + " was re-created while it was being read.");
      }
    }
  }

  private Map<TopicPartition, Long> checked(
      KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
    Map<TopicPartition, Positions.Stored> stored = new HashMap<>(positions.load(partitions));
    Map<TopicPartition, Long> firsts = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> next = new HashMap<>();
    for (TopicPartition partition : partitions) {
      String topicId = topicId(partition.topic());
      Positions.Stored position = stored.get(partition);
      if (position == null) {
        positions.begin(partition, topicId);
        position = positions.load(Set.of(partition)).get(partition);
      }
      if (position == null) {
        throw new IllegalStateException("the position of " + partition + " vanished");
      }
      long first = firsts.getOrDefault(partition, 0L);
      long end = ends.getOrDefault(partition, 0L);
      check(partition, topicId, position, first, end);
      next.put(partition, position.next());
    }
    return next;
  }

  private static void check(
      TopicPartition partition, String topicId, Positions.Stored position, long first, long end) {
    if (!position.topicId().equals(topicId)) {
      throw new ConsumerAlarmException(
          partition.topic()
              + " is another topic than the one this database was filled from (id "
              + topicId
              + " instead of "
              + position.topicId()
              + "): it was re-created. Restore the topic, or rebuild this database from the new one.");
    }
    if (position.next() < first) {
      throw new ConsumerAlarmException(
          partition
              + " begins at "
              + first
              + " but "
              + position.next()
              + " is needed: the log was truncated.");
    }
    if (position.next() > end) {
      throw new ConsumerAlarmException(
          partition
              + " ends at "
              + end
              + " but the database has taken "
              + position.next()
              + " records: the log lost its end.");
    }
  }

  private Map<String, String> describe() {
    Map<String, Object> settings = new HashMap<>(clientConfig);
    settings.keySet().retainAll(AdminClientConfig.configNames());
    try (Admin admin = Admin.create(settings)) {
      Map<String, String> ids = new HashMap<>();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .forEach((topic, description) -> ids.put(topic, description.topicId().toString()));
      return ids;
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the topics " + topics + " cannot be described", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }
}
