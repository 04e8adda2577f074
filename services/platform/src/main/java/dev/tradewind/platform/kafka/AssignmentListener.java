package dev.tradewind.platform.kafka;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Hears of partitions before their first record is handled, and again when the database turns out
 * not to be where they were read from.
 */
@FunctionalInterface
public interface AssignmentListener {
  /** Called by the consuming thread; what it throws is tried again. */
  void assigned(Map<TopicPartition, AssignedPosition> positions);
}
