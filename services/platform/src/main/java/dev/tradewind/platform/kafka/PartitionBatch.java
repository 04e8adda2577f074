package dev.tradewind.platform.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Consecutive records of one partition.
 *
 * @param partition where they are from
 * @param topicId Kafka's id of the topic
 * @param firstOffset of the first record
 * @param endOffset the offset after the last record
 * @param records at least one
 */
public record PartitionBatch(
    TopicPartition partition,
    String topicId,
    long firstOffset,
    long endOffset,
    List<ConsumerRecord<byte[], byte[]>> records) {

  static PartitionBatch of(
      TopicPartition partition, String topicId, List<ConsumerRecord<byte[], byte[]>> records) {
    return new PartitionBatch(
        partition,
        topicId,
        records.get(0).offset(),
        records.get(records.size() - 1).offset() + 1,
        records);
  }
}
