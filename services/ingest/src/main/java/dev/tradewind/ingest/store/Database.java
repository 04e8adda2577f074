package dev.tradewind.ingest.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements for threads that may wait: workers and uploads, never the event loop. */
@Singleton
public final class Database {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;

  Database(Pool pool) {
    this.pool = pool;
  }

  /** Runs one statement. */
  public List<Row> execute(String sql, @Nullable Object... parameters) {
    return execute(pool, sql, parameters);
  }

  /** Runs one statement and returns how many rows it changed. */
  public int update(String sql, @Nullable Object... parameters) {
    return query(pool, sql, parameters).rowCount();
  }

  /** Runs statements in one transaction, undone if they throw. */
  public <T> T transaction(Function<Statements, T> work) {
    SqlConnection connection = await(pool.getConnection());
    try {
      Transaction transaction = await(connection.begin());
      T result;
      try {
        result = work.apply(new Statements(connection));
      } catch (RuntimeException e) {
        try {
          await(transaction.rollback());
        } catch (RuntimeException undo) {
          e.addSuppressed(undo);
        }
        throw e;
      }
      await(transaction.commit());
      return result;
    } finally {
      await(connection.close());
    }
  }

  /** The statements of a transaction. */
  public static final class Statements {
    private final SqlConnection connection;

    private Statements(SqlConnection connection) {
      this.connection = connection;
    }

    /** Runs one statement. */
    public List<Row> execute(String sql, @Nullable Object... parameters) {
      return Database.execute(connection, sql, parameters);
    }

    /** Runs one statement and returns how many rows it changed. */
    public int update(String sql, @Nullable Object... parameters) {
      return query(connection, sql, parameters).rowCount();
    }
  }

  private static List<Row> execute(SqlClient client, String sql, @Nullable Object... parameters) {
    List<Row> rows = new ArrayList<>();
    query(client, sql, parameters).forEach(rows::add);
    return rows;
  }

  private static RowSet<Row> query(SqlClient client, String sql, @Nullable Object... parameters) {
    return await(client.preparedQuery(sql).execute(Tuple.from(Arrays.asList(parameters))));
  }

  private static <T> T await(Uni<T> answer) {
    return answer.await().atMost(PATIENCE);
  }
}
