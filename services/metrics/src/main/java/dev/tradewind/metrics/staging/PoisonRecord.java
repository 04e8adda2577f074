package dev.tradewind.metrics.staging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that cannot be taken.
 *
 * @param topicId Kafka's id of its topic
 * @param record as it came
 * @param reason what is wrong with it
 */
record PoisonRecord(String topicId, ConsumerRecord<byte[], byte[]> record, String reason) {}
