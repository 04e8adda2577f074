package dev.tradewind.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
  private static RecordMetadata at(int partition, long offset) {
    return new RecordMetadata(new TopicPartition("t", partition), offset, 0, 0, 0, 0);
  }

  @Test
  void remembersTheEndOfEachPartitionInWhateverOrderAcknowledgementsCome() throws Exception {
    Acknowledgements acknowledgements = new Acknowledgements(3, 1000);
    for (RecordMetadata record : new RecordMetadata[] {at(0, 7), at(1, 3), at(0, 5)}) {
      acknowledgements.awaitRoom();
      acknowledgements.done(record, null);
    }

    acknowledgements.awaitAll();

    assertThat(acknowledgements.ends()).containsEntry(0, 8L).containsEntry(1, 4L).hasSize(2);
  }

  @Test
  void knowsWhichEndsKafkaDidNotTell() throws Exception {
    Acknowledgements acknowledgements = new Acknowledgements(1, 1000);
    acknowledgements.awaitRoom();
    acknowledgements.done(at(2, -1), null);

    acknowledgements.awaitAll();

    assertThat(acknowledgements.unknownEnds()).containsExactly(2);
    assertThat(acknowledgements.ends()).isEmpty();
  }

  @Test
  void oneFailureFailsAll() throws Exception {
    Acknowledgements acknowledgements = new Acknowledgements(2, 1000);
    acknowledgements.awaitRoom();
    acknowledgements.done(null, new IllegalStateException("broker gone"));

    assertThatThrownBy(acknowledgements::awaitAll)
        .isInstanceOf(SendFailedException.class)
        .hasMessageContaining("broker gone");
  }

  @Test
  void silenceIsAFailure() throws Exception {
    Acknowledgements acknowledgements = new Acknowledgements(1, 10);
    acknowledgements.awaitRoom();

    assertThatThrownBy(acknowledgements::awaitAll).isInstanceOf(SendFailedException.class);
  }
}
