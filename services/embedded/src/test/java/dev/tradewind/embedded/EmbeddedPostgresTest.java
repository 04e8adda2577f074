package dev.tradewind.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @Test
  void keepsCommittedRowsWhenTheServerRestartsOnTheSamePort() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary().start()) {
      // Given a committed row
      postgres.createDatabases(List.of("metrics"));
      execute(postgres, "create table fact as select 7 as value");
      int port = postgres.port();

      // When
      postgres.stop();
      assertThat(Loopback.isFree(port)).isTrue();
      postgres.start();

      // Then
      assertThat(postgres.port()).isEqualTo(port);
      assertThat(query(postgres, "select value::text from fact")).isEqualTo("7");
    }
  }

  @Test
  void reopensTheDirectoryOfAnEarlierRun(@TempDir Path directory) throws SQLException {
    // Given
    try (EmbeddedPostgres earlier = EmbeddedPostgres.at(directory).start()) {
      earlier.createDatabases(List.of("metrics"));
      execute(earlier, "create table fact as select 7 as value");
    }

    // When
    try (EmbeddedPostgres postgres = EmbeddedPostgres.at(directory).start()) {
      postgres.createDatabases(List.of("metrics", "alerts"));

      // Then
      assertThat(query(postgres, "select value::text from fact")).isEqualTo("7");
    }
  }

  @Test
  void isDurableWhereItsDirectoryLasts(@TempDir Path directory) throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.at(directory).start()) {
      postgres.createDatabases(List.of("metrics"));
      assertThat(query(postgres, "show fsync")).isEqualTo("on");
      assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void leavesNothingOfATemporaryServer() {
    // Given
    EmbeddedPostgres postgres = EmbeddedPostgres.temporary().start();
    Path log = postgres.log();
    assertThat(log).exists();

    // When
    postgres.close();

    // Then
    assertThat(Files.exists(log.getParent())).isFalse();
    assertThat(Loopback.isFree(postgres.port())).isTrue();
    assertThatThrownBy(() -> postgres.dataSource("metrics"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.dataSource("metrics").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.dataSource("metrics").getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
