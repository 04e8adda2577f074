package dev.tradewind.alerts.store;

import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Whose turn it is to write incidents. Replicas, and requests, take turns, because what they write
 * meets in the same incidents. It also makes the order of the steps' ids the order of their
 * commits.
 */
public final class Turn {
  private static final long KEY = 0x7472_6164_6577_6e64L;

  private Turn() {}

  /**
   * Waits for the turn and keeps it until the transaction ends. It is a statement of its own, so
   * what is read afterwards is what the one before us committed.
   */
  public static void take(Transaction transaction) {
    transaction.query("SELECT pg_advisory_xact_lock($1)", Tuple.of(KEY));
  }
}
