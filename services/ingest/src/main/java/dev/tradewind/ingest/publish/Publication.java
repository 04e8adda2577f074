package dev.tradewind.ingest.publish;

import java.util.SortedMap;

/**
 * What an attempt has put into Kafka.
 *
 * @param blocks how many
 * @param keys cells in them
 * @param topicId Kafka's id of the topic
 * @param endOffsets per partition that holds blocks: the offset after the last of them
 */
record Publication(int blocks, long keys, String topicId, SortedMap<Integer, Long> endOffsets) {}
