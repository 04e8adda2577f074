package dev.tradewind.metrics.answer;

import dev.tradewind.metrics.database.Session;
import io.vertx.mutiny.sqlclient.Row;

/**
 * Which state of the database an answer was made from.
 *
 * @param epoch which history
 * @param applySeq the last merge in it
 * @param catalogSeq the last change of what people keep here: groups and events
 */
public record Version(long epoch, long applySeq, long catalogSeq) {
  static final String QUERY = "SELECT epoch, apply_seq, catalog_seq FROM merge_state";

  static Version of(Row row) {
    return new Version(row.getLong(0), row.getLong(1), row.getLong(2));
  }

  /** That of a snapshot. */
  public static Version read(Session session) {
    return session.one(QUERY, Version::of);
  }
}
