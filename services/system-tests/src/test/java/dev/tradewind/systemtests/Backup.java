package dev.tradewind.systemtests;

import dev.tradewind.standalone.system.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A service's database as it was at one moment. Taken as a copy inside the server: what a dump
 * holds, without the tools that make one. The service must not be running.
 */
final class Backup {
  private final DataSource server;
  private final String database;

  private Backup(RunningSystem system, Service service) {
    this.server = system.parts().postgres().dataSource("postgres");
    this.database = service.id();
  }

  static Backup take(RunningSystem system, Service service) {
    Backup backup = new Backup(system, service);
    backup.disconnect();
    backup.execute("drop database if exists %2$s");
    backup.execute("create database %2$s template %1$s");
    return backup;
  }

  /** The database is as it was when the backup was taken. */
  void restore() {
    execute("drop database %1$s with (force)");
    execute("create database %1$s template %2$s");
  }

  /** The database is there, and empty. */
  static void lose(RunningSystem system, Service service) {
    Backup lost = new Backup(system, service);
    lost.execute("drop database %1$s with (force)");
    lost.execute("create database %1$s");
  }

  private void disconnect() {
    execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%1$s'");
  }

  private void execute(String sql) {
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(database, database + "_backup"));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
