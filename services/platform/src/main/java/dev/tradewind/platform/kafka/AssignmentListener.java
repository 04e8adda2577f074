package dev.tradewind.platform.kafka;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Hears of partitions before their first record is handled. */
@FunctionalInterface
public interface AssignmentListener {
  /** Called by the consuming thread; what it throws is tried again. */
  void assigned(Map<TopicPartition, AssignedPosition> positions);
}
