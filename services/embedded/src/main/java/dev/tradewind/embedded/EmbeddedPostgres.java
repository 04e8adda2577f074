package dev.tradewind.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server as a process of its own on a loopback port that stays the same over
 * {@link #stop} and {@link #start}. Committed is durable against a kill of anything, and on a
 * lasting directory also against the loss of power.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** The one user; the server trusts whoever reaches its loopback port. */
  public static final String USER = "postgres";

  /** Any password does; clients that insist on one say this. */
  public static final String PASSWORD = "postgres";

  /** Unpacked once for each user: what another user owns can be neither written nor trusted. */
  private static final Path BINARIES =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "tradewind-postgres-of-" + System.getProperty("user.name"));

  private final DataDirectory directory;
  private final int port = Loopback.freePort();
  private boolean powerSafe;
  private io.zonky.test.db.postgres.embedded.@Nullable EmbeddedPostgres server;
  private @Nullable PostgresGuard guard;

  private EmbeddedPostgres(DataDirectory directory) {
    this.directory = directory;
    this.powerSafe = !directory.temporary();
  }

  /** A server whose data go when it closes; not started. */
  public static EmbeddedPostgres temporary() {
    return new EmbeddedPostgres(DataDirectory.temporary("tradewind-postgres"));
  }

  /** A server on a directory that it keeps, new or of an earlier run; not started. */
  public static EmbeddedPostgres at(Path dataDirectory) {
    return new EmbeddedPostgres(DataDirectory.lasting(dataDirectory));
  }

  /** Gives up what only a loss of power could take, for data that nobody will miss; faster. */
  public EmbeddedPostgres withoutPowerSafety() {
    powerSafe = false;
    return this;
  }

  /** The address the server listens on. */
  public String host() {
    return Loopback.HOST;
  }

  /** The port the server listens on, also while it is stopped. */
  public int port() {
    return port;
  }

  /** What the server wrote: the first place to look when it does not start. */
  public Path log() {
    return directory.path().resolve("postgres.log");
  }

  /** Creates the cluster if the directory is new, starts the server, returns when it answers. */
  public synchronized EmbeddedPostgres start() {
    if (server != null) {
      throw new IllegalStateException("the database runs already");
    }
    Path cluster = directory.path().resolve("cluster");
    PostgresGuard.awaitEndOfPredecessor(cluster);
    Redirect log = Redirect.appendTo(log().toFile());
    try {
      server =
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
              .setDataDirectory(cluster)
              .setOverrideWorkingDirectory(BINARIES.toFile())
              .setCleanDataDirectory(false)
              // Whoever embeds us stops its services first, then the database.
              .setRegisterShutdownHook(false)
              .setPort(port)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setLocaleConfig("locale", "C")
              .setServerConfig("listen_addresses", Loopback.HOST)
              // Sockets in the file system would break on a long path.
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("fsync", powerSafe ? "on" : "off")
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .start();
    } catch (IOException | IllegalStateException e) {
      throw new UncheckedIOException(
          "PostgreSQL did not start; see " + log(),
          e instanceof IOException io ? io : new IOException(e));
    }
    guard = PostgresGuard.over(cluster);
    return this;
  }

  /** Stops the server, cutting its connections; the data stay. Nothing if it does not run. */
  public synchronized void stop() {
    if (server == null) {
      return;
    }
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop; see " + log(), e);
    } finally {
      server = null;
    }
    if (guard != null) {
      guard.close();
      guard = null;
    }
  }

  /** Creates those databases that do not exist yet. */
  public void createDatabases(Collection<String> names) {
    try (Connection connection = dataSource(USER).getConnection();
        PreparedStatement exists =
            connection.prepareStatement("select from pg_database where datname = ?");
        Statement create = connection.createStatement()) {
      for (String name : names) {
        exists.setString(1, name);
        if (!exists.executeQuery().next()) {
          create.execute("create database " + create.enquoteIdentifier(name, true));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the databases " + names, e);
    }
  }

  /** Connections to one database. */
  public synchronized DataSource dataSource(String database) {
    if (server == null) {
      throw new IllegalStateException("the database does not run");
    }
    return server.getDatabase(USER, database);
  }

  @Override
  public void close() {
    stop();
    directory.deleteIfTemporary();
  }
}
