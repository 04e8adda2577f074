package dev.tradewind.metrics.staging;

import static dev.tradewind.metrics.staging.BlockReader.require;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.contracts.message.SubmissionEvent.Published;
import dev.tradewind.contracts.message.SubmissionEvent.Withdrawn;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads events of submissions and holds them to the contract. */
final class EventReader {
  private EventReader() {}

  static SubmissionEvent read(byte @Nullable [] bytes) throws InvalidRecordException {
    SubmissionEvent event = parse(bytes);
    require(event.submission() != null, "it names no submission");
    if (event instanceof Published published) {
      check(published);
    } else if (event instanceof Withdrawn withdrawn) {
      require(withdrawn.schemaVersion() == SubmissionEvent.SCHEMA_VERSION, "unknown version");
      require(withdrawn.withdrawnAt() != null && withdrawn.currency() != null, "it is incomplete");
    }
    return event;
  }

  private static void check(Published event) throws InvalidRecordException {
    require(event.schemaVersion() == SubmissionEvent.SCHEMA_VERSION, "unknown version");
    require(
        event.acceptedAt() != null && event.currency() != null && event.topicId() != null,
        "it is incomplete");
    require("X".equals(event.flow()), "its flow is not X");
    require(event.blocks() >= 0 && event.distinctKeys() >= 0, "a count is negative");
    require(event.endOffsets() != null, "it has no end offsets");
    require(event.coverage() != null && !event.coverage().isEmpty(), "it has no coverage");
    for (CoverageBox box : event.coverage()) {
      check(box);
    }
  }

  private static void check(CoverageBox box) throws InvalidRecordException {
    require(
        box != null
            && box.file() != null
            && box.products() != null
            && box.months() != null
            && box.listedOnly() != null
            && box.partners() != null
            && box.regions() != null,
        "a box of its coverage is incomplete");
    for (String region : box.regions()) {
      require(
          region != null && (Region.of(region) != null || region.equals(Region.NATION)),
          "a region of its coverage is unknown");
    }
  }

  private static SubmissionEvent parse(byte @Nullable [] bytes) throws InvalidRecordException {
    if (bytes == null) {
      throw new InvalidRecordException("it has no value");
    }
    try {
      return MessageCodec.read(bytes, SubmissionEvent.class);
    } catch (IOException e) {
      throw new InvalidRecordException(
          "it is not the JSON of a submission's event: " + BlockReader.firstLine(e));
    }
  }
}
