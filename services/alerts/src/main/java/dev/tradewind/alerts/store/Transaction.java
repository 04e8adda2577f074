package dev.tradewind.alerts.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An open transaction, used by one plain thread that may wait. Every statement is bounded; what
 * fails ends the transaction.
 */
public final class Transaction {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final SqlConnection connection;

  Transaction(SqlConnection connection) {
    this.connection = connection;
  }

  /** For what needs the connection itself. */
  public SqlConnection connection() {
    return connection;
  }

  /** The rows of a query. */
  public List<Row> query(String sql, Tuple parameters) {
    List<Row> rows = new ArrayList<>();
    execute(sql, parameters).forEach(rows::add);
    return rows;
  }

  /** How many rows a statement touched. */
  public int update(String sql, Tuple parameters) {
    return execute(sql, parameters).rowCount();
  }

  /** One statement for many parameters, sent together. */
  public void batch(String sql, List<Tuple> parameters) {
    if (!parameters.isEmpty()) {
      awaited(connection.preparedQuery(sql).executeBatch(parameters));
    }
  }

  /** From here on, who waits longer than that for a lock gets a {@link BusyException}. */
  void waitAtMost(Duration patience) {
    query("SELECT set_config('lock_timeout', $1, true)", Tuple.of(patience.toMillis() + "ms"));
  }

  private RowSet<Row> execute(String sql, Tuple parameters) {
    return awaited(connection.preparedQuery(sql).execute(parameters));
  }

  private static RowSet<Row> awaited(Uni<RowSet<Row>> rows) {
    try {
      return rows.await().atMost(PATIENCE);
    } catch (PgException e) {
      throw LOCK_NOT_AVAILABLE.equals(e.getSqlState()) ? new BusyException(e) : e;
    }
  }
}
