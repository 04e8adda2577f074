package dev.tradewind.metrics.merge;

import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Forgets logs after a while: diverted records and revisions. Facts, vintages and positions are the
 * history itself and stay.
 */
@Singleton
class LogKeeper {
  private static final Logger LOG = Logger.getLogger(LogKeeper.class);

  private final Database database;
  private final Optional<Duration> keep;

  LogKeeper(Database database, MetricsConfig config) {
    this.database = database;
    this.keep = config.keepLogs();
  }

  @Scheduled(every = "1h", delayed = "5m")
  void keep() {
    keep.ifPresent(
        duration -> {
          int gone =
              database.inTransaction(session -> forget(session, Instant.now().minus(duration)));
          if (gone > 0) {
            LOG.infof("forgot entries=%d of logs older than %s", gone, duration);
          }
        });
  }

  /** Deletes what was logged before that instant and tells how much it was. */
  static int forget(Session session, Instant before) {
    return session.run("DELETE FROM poison WHERE diverted_at < $1", before.atOffset(ZoneOffset.UTC))
        + session.run(
            """
            DELETE FROM revision r USING outbox o
            WHERE o.apply_seq = r.apply_seq AND o.applied_at < $1
            """,
            before.atOffset(ZoneOffset.UTC));
  }
}
