package dev.tradewind.testing;

import dev.tradewind.embedded.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh, empty database for each start of the service under test, on a server shared by all tests
 * of the JVM. The argument {@code db} is the beginning of its name: {@code ingest}, {@code metrics}
 * or {@code alerts}.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
  private String name = "tradewind";

  @Override
  public void init(Map<String, String> arguments) {
    name = Objects.requireNonNullElse(arguments.get("db"), name);
  }

  @Override
  public Map<String, String> start() {
    URI server = URI.create("//" + SharedParts.addressOf(SharedParts.Part.POSTGRES));
    String database = name + "_" + UUID.randomUUID().toString().replace("-", "");
    create(server, database);
    return Map.of(
        "tradewind.db.host",
        server.getHost(),
        "tradewind.db.port",
        String.valueOf(server.getPort()),
        "tradewind.db.name",
        database,
        "tradewind.db.user",
        EmbeddedPostgres.USER,
        "tradewind.db.password",
        EmbeddedPostgres.PASSWORD);
  }

  @Override
  public void stop() {
    // The server is shared and temporary: its databases go with it.
  }

  private static void create(URI address, String database) {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setServerNames(new String[] {address.getHost()});
    server.setPortNumbers(new int[] {address.getPort()});
    server.setUser(EmbeddedPostgres.USER);
    server.setDatabaseName(EmbeddedPostgres.USER);
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + statement.enquoteIdentifier(database, true));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the database " + database, e);
    }
  }
}
