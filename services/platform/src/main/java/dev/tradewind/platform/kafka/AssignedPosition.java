package dev.tradewind.platform.kafka;

import org.jspecify.annotations.Nullable;

/**
 * Where reading of a partition begins.
 *
 * @param next the database's position: the offset of the next record
 * @param committed the group's offset in Kafka, if any; ahead of {@code next} means that the
 *     database was restored or rebuilt
 * @param end the log's end
 */
public record AssignedPosition(long next, @Nullable Long committed, long end) {
  /** Whether the database has forgotten what it had already taken. */
  public boolean databaseIsBehind() {
    return committed != null && committed > next;
  }
}
