package dev.tradewind.metrics.epoch;

import dev.tradewind.metrics.database.Session;

/**
 * How far the history is told.
 *
 * @param epoch which history
 * @param applySeq the last merge
 * @param quiet whether merges are not told, because the database catches up after a restore
 */
public record MergeState(long epoch, long applySeq, boolean quiet) {
  /** Held by whoever merges; any number that nobody else uses. */
  private static final long MERGE_LOCK = 7_402_617_114L;

  /**
   * Waits for the merge lock, in a statement of its own, so that what is read afterwards is what
   * the previous holder left (protocol rule 9).
   */
  public static MergeState lock(Session session) {
    session.rows("SELECT pg_advisory_xact_lock($1)", MERGE_LOCK);
    return read(session);
  }

  /** As it stands, without the lock. */
  public static MergeState read(Session session) {
    return session.one(
        "SELECT epoch, apply_seq, quiet FROM merge_state",
        row -> new MergeState(row.getLong(0), row.getLong(1), row.getBoolean(2)));
  }

  /** The next merge. */
  public MergeState next() {
    return new MergeState(epoch, applySeq + 1, quiet);
  }

  /** Another history, louder or quieter. */
  public MergeState with(long newEpoch, boolean newQuiet) {
    return new MergeState(newEpoch, applySeq, newQuiet);
  }

  /** Makes it so. */
  public void write(Session session) {
    session.run(
        "UPDATE merge_state SET epoch = $1, apply_seq = $2, quiet = $3", epoch, applySeq, quiet);
  }
}
