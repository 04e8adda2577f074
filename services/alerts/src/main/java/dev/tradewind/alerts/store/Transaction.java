package dev.tradewind.alerts.store;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An open transaction, used by one plain thread that may wait. Every statement is bounded; what
 * fails ends the transaction.
 */
public final class Transaction {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    connection.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE).forEach(rows::add);
    return rows;
  }

  /** How many rows a statement touched. */
  public int update(String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE).rowCount();
  }

  /** One statement for many parameters, sent together. */
  public void batch(String sql, List<Tuple> parameters) {
    if (!parameters.isEmpty()) {
      connection.preparedQuery(sql).executeBatch(parameters).await().atMost(PATIENCE);
    }
  }
}
