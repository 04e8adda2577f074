package dev.tradewind.alerts.store;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Runs work in transactions (READ COMMITTED) on the calling thread, which must be allowed to wait.
 */
@ApplicationScoped
public class Transactions {
  private static final Logger LOG = Logger.getLogger(Transactions.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;
  private final StoreConfig config;

  Transactions(Pool pool, StoreConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /**
   * The same in turn with all who write incidents, for somebody who waits for an answer.
   *
   * @throws BusyException if the turn, or a lock, cannot be had within {@link
   *     StoreConfig#patience()}
   */
  public <T> T inTurn(Function<Transaction, T> work) {
    return run(
        transaction -> {
          transaction.waitAtMost(config.patience());
          Turn.take(transaction);
          return work.apply(transaction);
        });
  }

  /** Commits what the work did, or rolls it back and throws what the work threw. */
  public <T> T run(Function<Transaction, T> work) {
    SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
    try {
      var transaction = connection.begin().await().atMost(PATIENCE);
      T result;
      try {
        result = work.apply(new Transaction(connection));
      } catch (RuntimeException | Error e) {
        rollback(transaction);
        throw e;
      }
      transaction.commit().await().atMost(PATIENCE);
      return result;
    } finally {
      connection.close().subscribe().with(closed -> {}, failed -> LOG.debug("closing", failed));
    }
  }

  private static void rollback(io.vertx.mutiny.sqlclient.Transaction transaction) {
    try {
      transaction.rollback().await().atMost(PATIENCE);
    } catch (RuntimeException e) {
      // PostgreSQL rolls back by itself when the connection or a statement is broken.
      LOG.debug("rolling back", e);
    }
  }
}
