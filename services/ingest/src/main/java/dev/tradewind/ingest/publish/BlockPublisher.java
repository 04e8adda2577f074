package dev.tradewind.ingest.publish;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.ingest.check.CodeBook;
import dev.tradewind.ingest.check.Months;
import dev.tradewind.ingest.sort.Cells;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends the cells of a submission to Kafka, in numbered blocks of one region and month each. */
@Singleton
class BlockPublisher {
  /** Kafka exports know one direction of trade. */
  static final String FLOW = "X";

  private final KafkaSender sender;
  private final ExportsTopic topic;
  private final KafkaConfig config;

  BlockPublisher(KafkaSender sender, ExportsTopic topic, KafkaConfig config) {
    this.sender = sender;
    this.topic = topic;
    this.config = config;
  }

  /**
   * Sends all cells and waits until Kafka has acknowledged them.
   *
   * @throws SendFailedException if Kafka did not take one
   */
  Publication publish(Lease lease, String currency, Cells cells, Heartbeat heartbeat)
      throws IOException, InterruptedException {
    String topicId = topic.id();
    Sending sending = new Sending(lease, currency, heartbeat);
    int region = -1;
    int month = -1;
    while (cells.next()) {
      if (cells.region() != region || cells.month() != month) {
        sending.flush();
        region = cells.region();
        month = cells.month();
      }
      sending.add(cells);
    }
    sending.flush();
    sending.acknowledgements.awaitAll();
    SortedMap<Integer, Long> ends = sending.acknowledgements.ends();
    if (!sending.acknowledgements.unknownEnds().isEmpty()) {
      // Later than needed does no harm: whoever reads up to there has read ours.
      topic
          .logEnds(sending.acknowledgements.unknownEnds())
          .forEach((p, end) -> ends.merge(p, end, Math::max));
    }
    if (!topic.id().equals(topicId)) {
      throw new SendFailedException(Topics.EXPORTS + " was created anew while it was written");
    }
    return new Publication(sending.blocks, sending.keys, topicId, ends);
  }

  private final class Sending {
    private final Lease lease;
    private final String currency;
    private final Heartbeat heartbeat;
    private final Acknowledgements acknowledgements =
        new Acknowledgements(config.blocksInFlight(), 2 * config.deliveryTimeout().toMillis());
    private List<ExportBlock.Row> rows = new ArrayList<>(ExportBlock.MAX_ROWS);
    private int region;
    private int month;
    private int blocks;
    private long keys;

    Sending(Lease lease, String currency, Heartbeat heartbeat) {
      this.lease = lease;
      this.currency = currency;
      this.heartbeat = heartbeat;
    }

    void add(Cells cell) throws InterruptedException {
      if (rows.size() == ExportBlock.MAX_ROWS) {
        flush();
      }
      region = cell.region();
      month = cell.month();
      rows.add(
          new ExportBlock.Row(
              CodeBook.partner(cell.partner()),
              cell.product(),
              cell.value(),
              cell.quantity(),
              cell.unit()));
    }

    void flush() throws InterruptedException {
      if (rows.isEmpty()) {
        return;
      }
      ExportBlock block =
          new ExportBlock(
              lease.submission(),
              lease.attempt(),
              lease.vintage(),
              blocks,
              FLOW,
              currency,
              Months.month(month),
              CodeBook.region(region),
              rows);
      acknowledgements.awaitRoom();
      byte[] key = block.key().getBytes(StandardCharsets.UTF_8);
      sender.send(
          new ProducerRecord<>(Topics.EXPORTS, key, MessageCodec.write(block)),
          acknowledgements::done);
      blocks++;
      keys += rows.size();
      rows = new ArrayList<>(ExportBlock.MAX_ROWS);
      heartbeat.published(keys, blocks);
    }
  }
}
