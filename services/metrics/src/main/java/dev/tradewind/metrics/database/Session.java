package dev.tradewind.metrics.database;

import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transaction under way, statement by statement. */
public final class Session {
  private final SqlConnection connection;

  Session(SqlConnection connection) {
    this.connection = connection;
  }

  /** The connection, for what wants to chain on it itself. */
  public SqlConnection connection() {
    return connection;
  }

  /** Runs a statement and tells how many rows it touched. */
  public int run(String sql, @Nullable Object... parameters) {
    return rows(sql, parameters).rowCount();
  }

  /** Runs a query. */
  public RowSet<Row> rows(String sql, @Nullable Object... parameters) {
    return Database.await(connection.preparedQuery(sql).execute(Tuple.from(parameters)));
  }

  /** Runs a query and reads each row. */
  public <T> List<T> list(String sql, Function<Row, T> reader, @Nullable Object... parameters) {
    RowSet<Row> rows = rows(sql, parameters);
    List<T> list = new ArrayList<>(rows.size());
    for (Row row : rows) {
      list.add(reader.apply(row));
    }
    return list;
  }

  /** Runs a query of at most one row. */
  public <T> Optional<T> first(
      String sql, Function<Row, T> reader, @Nullable Object... parameters) {
    for (Row row : rows(sql, parameters)) {
      return Optional.of(reader.apply(row));
    }
    return Optional.empty();
  }

  /** Runs a query of exactly one row. */
  public <T> T one(String sql, Function<Row, T> reader, @Nullable Object... parameters) {
    return first(sql, reader, parameters)
        .orElseThrow(() -> new IllegalStateException("no row from: " + sql));
  }

  /**
   * Runs a query and hands over its rows a few at a time, however many there are. The next are only
   * read once the reader is done with those before.
   */
  public void chunks(
      String sql, int size, Consumer<RowSet<Row>> reader, @Nullable Object... parameters) {
    PreparedStatement statement = Database.await(connection.prepare(sql));
    try {
      Cursor cursor = statement.cursor(Tuple.from(parameters));
      try {
        do {
          reader.accept(Database.await(cursor.read(size)));
        } while (cursor.hasMore());
      } finally {
        Database.release(cursor.close());
      }
    } finally {
      Database.release(statement.close());
    }
  }
}
