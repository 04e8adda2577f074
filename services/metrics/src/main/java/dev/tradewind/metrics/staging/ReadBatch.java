package dev.tradewind.metrics.staging;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.platform.kafka.PartitionBatch;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records as messages, read before the transaction begins.
 *
 * @param blocks in the order of the records
 * @param events in the order of the records
 * @param poison what could not be read
 */
record ReadBatch(List<ReadBlock> blocks, List<ReadEvent> events, List<PoisonRecord> poison) {

  /** A block and the record it came in. */
  record ReadBlock(String topicId, ConsumerRecord<byte[], byte[]> record, ExportBlock block) {}

  /** An event and the record it came in. */
  record ReadEvent(String topicId, ConsumerRecord<byte[], byte[]> record, SubmissionEvent event) {}

  static ReadBatch of(List<PartitionBatch> batches) {
    ReadBatch read = new ReadBatch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (PartitionBatch batch : batches) {
      for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
        read.add(batch.topicId(), record);
      }
    }
    return read;
  }

  private void add(String topicId, ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.topic().equals(Topics.EXPORTS)) {
        blocks.add(new ReadBlock(topicId, record, BlockReader.read(record.value())));
      } else {
        events.add(new ReadEvent(topicId, record, EventReader.read(record.value())));
      }
    } catch (InvalidRecordException e) {
      poison.add(new PoisonRecord(topicId, record, String.valueOf(e.getMessage())));
    }
  }
}
