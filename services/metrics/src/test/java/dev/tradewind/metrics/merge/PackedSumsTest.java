package dev.tradewind.metrics.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.embedded.EmbeddedPostgres;
import dev.tradewind.metrics.group.RegionOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Sums of all regions in one row: each at its region's place, for the service and in SQL alike. */
class PackedSumsTest {
  @Test
  void sumsOfAnEarlierDatabaseKeepTheirRegions() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.temporary().withoutPowerSafety().start()) {
      server.createDatabases(List.of("sums"));
      String url = "jdbc:postgresql://" + server.host() + ":" + server.port() + "/sums";
      // Given a sum for each region, and one of a single region
      migrate(url, "7");
      try (Connection connection =
              DriverManager.getConnection(url, EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
          Statement statement = connection.createStatement()) {
        for (String region : RegionOrder.CODES) {
          statement.execute(
              "INSERT INTO slice VALUES ('USD', 202507, 'all', 'USA', '%s', %d)"
                  .formatted(region, value(region)));
        }
        statement.execute("INSERT INTO slice VALUES ('USD', 202507, 'all', 'VNM', 'CN-XJ', 0)");
        List<String> before = list(statement, "slice");
        // When the database is migrated
        migrate(url, "8");
        // Then each sum is its region's still, and stands where the service looks for it
        assertThat(list(statement, "slice_cell")).isEqualTo(before).hasSize(32);
        try (ResultSet row =
            statement.executeQuery("SELECT sums FROM slice WHERE partner = 'USA'")) {
          row.next();
          Long[] sums = (Long[]) row.getArray(1).getArray();
          for (int number = 0; number < RegionOrder.COUNT; number++) {
            assertThat(sums[number]).isEqualTo(value(RegionOrder.code(number)));
          }
        }
      }
    }
  }

  private static long value(String region) {
    return 1_000L + region.hashCode() % 1_000;
  }

  private static List<String> list(Statement statement, String from) throws SQLException {
    List<String> list = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT concat_ws(' ', currency, period, sector, partner, region, value) FROM "
                + from
                + " ORDER BY 1")) {
      while (rows.next()) {
        list.add(rows.getString(1));
      }
    }
    return list;
  }

  private static void migrate(String url, String target) {
    Flyway.configure()
        .dataSource(url, EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD)
        .target(target)
        .load()
        .migrate();
  }
}
