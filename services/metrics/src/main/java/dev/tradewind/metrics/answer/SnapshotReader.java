package dev.tradewind.metrics.answer;

import dev.tradewind.metrics.database.Session;

/** Makes an answer from one snapshot of the database. */
@FunctionalInterface
public interface SnapshotReader {
  /** Reads; what it throws is answered as a problem. */
  Content read(Session session, Version version);
}
