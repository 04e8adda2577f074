package dev.tradewind.systemtests;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/**
 * Holds up a service at a chosen step: a lock on a table that the step needs. The service waits in
 * the database as it would for any other user, and is killed there.
 */
final class HeldLock implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DataSource database;
  private final Connection connection;
  private final long pid;
  private final CompletableFuture<Void> granted;

  private HeldLock(
      DataSource database, Connection connection, long pid, CompletableFuture<Void> granted) {
    this.database = database;
    this.connection = connection;
    this.pid = pid;
    this.granted = granted;
  }

  /** Takes the lock now. */
  static HeldLock take(DataSource database, String table, String mode) {
    HeldLock lock = queue(database, table, mode);
    lock.granted.join();
    return lock;
  }

  /** Asks for the lock and stands in line for it, behind those who wait already. */
  static HeldLock queue(DataSource database, String table, String mode) {
    return request(database, "lock table " + table + " in " + mode + " mode");
  }

  /** The same for one row, behind whoever is just changing it. */
  static HeldLock queueForRow(DataSource database, String table, String condition) {
    return request(database, "select from " + table + " where " + condition + " for update");
  }

  /** Waits until the request stands in line. */
  void awaitQueued() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                count(database, "select count(*) from pg_locks where not granted and pid = " + pid)
                    > 0);
  }

  /** Waits until the lock is ours. */
  void awaitGranted() {
    await().atMost(PATIENCE).until(granted::isDone);
    granted.join();
  }

  /** Waits until somebody stands in line for the table in that mode. */
  static void awaitWaiting(DataSource database, String table, String mode) {
    await("a wait for " + table)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                count(
                        database,
                        "select count(*) from pg_locks where not granted and mode = '%s'"
                                .formatted(mode)
                            + " and relation = '%s'::regclass".formatted(table))
                    > 0);
  }

  /** The single number that a query gives. */
  static long count(DataSource database, String query) {
    try (Connection connection = database.getConnection()) {
      return count(connection, query);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** The same, seen by the holder of the lock. */
  long count(String query) {
    try {
      return count(connection, query);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HeldLock request(DataSource database, String sql) {
    try {
      Connection connection = database.getConnection();
      connection.setAutoCommit(false);
      long pid = count(connection, "select pg_backend_pid()");
      return new HeldLock(
          database,
          connection,
          pid,
          CompletableFuture.runAsync(
              () -> execute(connection, sql), task -> new Thread(task, "lock").start()));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static long count(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
