package dev.tradewind.platform.kafka;

import java.util.List;

/** Takes what was read into the database. */
@FunctionalInterface
public interface BatchHandler {
  /**
   * Stores the records and advances the positions, in one transaction ({@link Positions#advance}).
   * Called by one thread. Records that cannot be read are the handler's to divert: whatever it
   * throws is tried again from the stored position.
   *
   * @param batches sorted by topic and partition, so that transactions lock rows in one order
   * @throws PositionMovedException if another consumer has stored a position in between; reading
   *     goes on from there
   */
  void handle(List<PartitionBatch> batches);
}
