package dev.tradewind.metrics.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Runs transactions on threads that may wait; never on an event loop. */
@Singleton
public class Database {
  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final Duration CONNECT = Duration.ofSeconds(20);

  /** A statement over a whole history takes long; one that hangs must not hold a lock for ever. */
  private static final Duration STATEMENT = Duration.ofMinutes(10);

  private final Pool pool;

  /** Over that pool. */
  public Database(Pool pool) {
    this.pool = pool;
  }

  /** Reads in one snapshot: several queries of one answer see the same merge. */
  public <T extends @org.jspecify.annotations.Nullable Object> T inSnapshot(
      Function<Session, T> work) {
    SqlConnection connection = pool.getConnection().await().atMost(CONNECT);
    try {
      // One statement where the client's own transaction would need two.
      plain(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      try {
        return work.apply(new Session(connection));
      } finally {
        end(connection);
      }
    } finally {
      release(connection.close());
    }
  }

  /** Commits what the work did, or rolls it back if it throws. */
  public <T extends @org.jspecify.annotations.Nullable Object> T inTransaction(
      Function<Session, T> work) {
    SqlConnection connection = pool.getConnection().await().atMost(CONNECT);
    try {
      Transaction transaction = connection.begin().await().atMost(CONNECT);
      try {
        T result = work.apply(new Session(connection));
        transaction.commit().await().atMost(CONNECT);
        return result;
      } catch (RuntimeException | Error e) {
        rollBack(transaction);
        throw e;
      }
    } finally {
      release(connection.close());
    }
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(STATEMENT);
  }

  private static void plain(SqlConnection connection, String sql) {
    connection.query(sql).execute().await().atMost(CONNECT);
  }

  /** Nothing was written, so there is nothing to commit. */
  private static void end(SqlConnection connection) {
    try {
      plain(connection, "ROLLBACK");
    } catch (RuntimeException e) {
      LOG.debug("end of a snapshot", e);
    }
  }

  private static void rollBack(Transaction transaction) {
    try {
      transaction.rollback().await().atMost(CONNECT);
    } catch (RuntimeException e) {
      // The server rolls back by itself when a statement fails or the connection breaks.
      LOG.debug("rollback", e);
    }
  }

  /**
   * Gives something back; if that fails, it is the connection that is broken, and soon replaced.
   */
  static void release(Uni<Void> close) {
    try {
      close.await().atMost(CONNECT);
    } catch (RuntimeException e) {
      LOG.debug("close", e);
    }
  }
}
