package dev.tradewind.metrics.merge;

import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Removes rows that no merge will ever count (protocol rule 6): those of attempts other than the
 * event's, and of withdrawn submissions that were never complete. A withdrawal may overtake the
 * completion that was sent before it, so that is waited for, for a day.
 */
@Singleton
class Sweeper {
  private static final Logger LOG = Logger.getLogger(Sweeper.class);

  private record Leftover(int submission, int attempt) {}

  private final Database database;

  Sweeper(Database database) {
    this.database = database;
  }

  void sweep() {
    for (Leftover leftover : database.inTransaction(Sweeper::find)) {
      database.inTransaction(session -> remove(session, leftover));
    }
  }

  private static List<Leftover> find(Session session) {
    return session.list(
        """
        SELECT DISTINCT b.submission_no, b.attempt
        FROM submission s JOIN staged_block b ON b.submission_no = s.no
        WHERE (s.attempt IS NOT NULL AND b.attempt <> s.attempt)
           OR (s.state = 'withdrawn' AND s.applied_at IS NULL
               AND (s.reason IS NOT NULL
                    OR s.attempt IS NULL AND s.first_seen_at < now() - interval '1 day'))
        LIMIT 10
        """,
        (Row row) -> new Leftover(row.getInteger(0), row.getInteger(1)));
  }

  private static int remove(Session session, Leftover leftover) {
    // Waits for whoever stages for it just now.
    session.rows("SELECT FROM submission WHERE no = $1 FOR UPDATE", leftover.submission);
    int rows =
        session.run(
            """
            DELETE FROM observation o
            USING (SELECT DISTINCT period, region FROM staged_block
                   WHERE submission_no = $1 AND attempt = $2) b
            WHERE o.period = b.period AND o.region = b.region
              AND o.submission_no = $1 AND o.attempt = $2
            """,
            leftover.submission,
            leftover.attempt);
    session.run(
        "DELETE FROM staged_block WHERE submission_no = $1 AND attempt = $2",
        leftover.submission,
        leftover.attempt);
    LOG.infof(
        "swept rows=%d of a dead attempt %d of submission no=%d",
        rows, leftover.attempt, leftover.submission);
    return rows;
  }
}
