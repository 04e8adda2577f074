package dev.tradewind.platform.kafka;

/**
 * Another consumer has stored a position for the same partition: this one must not store anything.
 */
public final class PositionMovedException extends RuntimeException {
  /** Names the batch that came too late. */
  public PositionMovedException(PartitionBatch batch) {
    super(batch.partition() + " is no longer at offset " + batch.firstOffset());
  }
}
