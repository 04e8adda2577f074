package dev.tradewind.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The list of events that is checked is corrected; what an operator made of it stays. */
class CheckedTimelineTest {
  private static final String BEFORE = "6";

  @Test
  void theListIsCorrectedForAllTimesAndOperatorsKeepWhatTheyChanged() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.temporary().withoutPowerSafety().start()) {
      server.createDatabases(List.of("timeline"));
      String url = "jdbc:postgresql://" + server.host() + ":" + server.port() + "/timeline";
      // Given a timeline in which an operator changed an event's days, and took another out
      migrate(url, BEFORE);
      try (Connection connection =
              DriverManager.getConnection(url, EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
          Statement statement = connection.createStatement()) {
        statement.execute(
            "UPDATE policy_event SET last_day = '2025-08-10' WHERE id = '2025-05-12-geneva-truce'");
        statement.execute("DELETE FROM policy_event WHERE id = '2025-05-02-de-minimis-china'");
        // When the list is checked
        migrate(url, "7");
        // Then the operator's days stand, and what is gone stays gone
        assertThat(text(statement, "last_day", "2025-05-12-geneva-truce")).isEqualTo("2025-08-10");
        assertThat(text(statement, "count(*)", "2025-05-02-de-minimis-china")).isEqualTo("0");
        // And the list's own events are right, as if they had always been
        assertThat(text(statement, "last_day", "2025-04-02-liberation-day"))
            .isEqualTo("2025-05-13");
        assertThat(text(statement, "known_from", "2025-04-02-liberation-day"))
            .isEqualTo("-infinity");
        assertThat(text(statement, "known_from", "2025-11-10-fentanyl-tariff-10"))
            .isEqualTo("-infinity");
        // And no title names a region: messages name regions for their figures only
        String titles =
            one(
                statement,
                "SELECT string_agg(title_en || ' ' || title_zh, '; ') FROM policy_event");
        for (Region region : Region.all()) {
          assertThat(titles).doesNotContain(region.nameEn(), region.nameZh());
        }
        assertThat(one(statement, "SELECT string_agg(id, ',' ORDER BY id) FROM policy_event_past"))
            .isEqualTo("2025-05-02-de-minimis-china,2025-05-12-geneva-truce");
        // And what is changed from now on is kept again
        statement.execute(
            "UPDATE policy_event SET kind = 'other' WHERE id = '2025-04-02-liberation-day'");
        assertThat(one(statement, "SELECT count(*) FROM policy_event_past")).isEqualTo("3");
      }
    }
  }

  private static void migrate(String url, String to) {
    Flyway.configure()
        .dataSource(url, EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD)
        .target(to)
        .load()
        .migrate();
  }

  private static String text(Statement statement, String column, String id) throws SQLException {
    return one(statement, "SELECT " + column + "::text FROM policy_event WHERE id = '" + id + "'");
  }

  private static String one(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
