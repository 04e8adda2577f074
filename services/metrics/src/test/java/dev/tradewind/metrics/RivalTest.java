package dev.tradewind.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.metrics.staging.Staging;
import dev.tradewind.platform.kafka.PartitionBatch;
import dev.tradewind.platform.kafka.PositionMovedException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Two consumers that both believe to own a partition. */
@QuarkusTest
class RivalTest extends MetricsTest {
  @Inject Staging staging;

  private static PartitionBatch batch(int partition, long offset, List<ExportBlock> blocks) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (ExportBlock block : blocks) {
      records.add(
          new ConsumerRecord<>(
              Topics.EXPORTS,
              partition,
              offset + records.size(),
              new byte[0],
              MessageCodec.write(block)));
    }
    return new PartitionBatch(
        new TopicPartition(Topics.EXPORTS, partition),
        "rival",
        offset,
        offset + blocks.size(),
        records);
  }

  @Test
  void theOneThatComesSecondStoresNothing() {
    // Given a partition that no real consumer reads, at offset 0
    int partition = 70;
    tables.run(
        "INSERT INTO position (topic, topic_id, partition, next) VALUES ($1, 'rival', $2, 0)",
        Topics.EXPORTS,
        partition);
    TestSubmission first =
        TestSubmission.of(currency, new Rows().add("2025-07", "CN-GD", "USA", "39221000", 1));
    TestSubmission second =
        TestSubmission.of(currency, new Rows().add("2025-07", "CN-GD", "USA", "39221000", 2));
    try {
      // When both store what they read from there
      staging.handle(List.of(batch(partition, 0, first.blocks())));
      // Then the second finds the position moved and leaves no trace
      assertThatThrownBy(() -> staging.handle(List.of(batch(partition, 0, second.blocks()))))
          .isInstanceOf(PositionMovedException.class);
      assertThat(tables.state(first.id())).containsExactly("open");
      assertThat(tables.state(second.id())).isEmpty();
      // And from another topic of the same name nothing is taken either
      PartitionBatch recreated = batch(partition, 1, second.blocks());
      assertThatThrownBy(
              () ->
                  staging.handle(
                      List.of(
                          new PartitionBatch(
                              recreated.partition(),
                              "another",
                              recreated.firstOffset(),
                              recreated.endOffset(),
                              recreated.records()))))
          .isInstanceOf(PositionMovedException.class);
    } finally {
      tables.run("DELETE FROM position WHERE partition = $1", partition);
    }
  }
}
