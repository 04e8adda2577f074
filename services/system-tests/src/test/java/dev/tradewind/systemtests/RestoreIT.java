package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.standalone.system.Service;
import dev.tradewind.systemtests.Book.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Databases are lost, or come back older than the topics, as helm/README.md tells operators to
 * handle it. Afterwards the facts equal the files, and nothing old was told as news.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreIT {
  private static final Book BOOK = new Book();
  private static final Map<String, String> QUESTION =
      Map.of("partner", "USA", "window", "ytd", "period", "2025-05");
  private static RunningSystem system;

  @BeforeAll
  static void start() {
    system = RunningSystem.start("restore");
    submit("history.csv", Trade.fallingTo("2025-05", "CN-HN"));
    SlackExpectations.exactlyOneMessage(system, "CN-HN");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  @Order(1)
  void metricsIsRebuiltFromTheTopics() {
    // Given
    Set<String> before = figures();
    system.slack().reset();
    // When
    system.kill(Service.METRICS);
    Backup.lose(system, Service.METRICS);
    system.restart(Service.METRICS);
    // Then
    awaitFactsEqualTheFiles();
    await().atMost(Duration.ofMinutes(1)).until(() -> figures().equals(before));
    nothingIsTold();
  }

  @Test
  @Order(2)
  void metricsIsRestoredFromABackup() {
    // Given
    system.kill(Service.METRICS);
    Backup backup = Backup.take(system, Service.METRICS);
    system.restart(Service.METRICS);
    submit("next-month.csv", Trade.fallingTo("2025-06", "CN-HN", "CN-SX"));
    SlackExpectations.exactlyOneMessage(system, "CN-SX", "CN-HN");
    Set<String> before = figures();
    system.slack().reset();
    // When
    system.kill(Service.METRICS);
    backup.restore();
    system.restart(Service.METRICS);
    // Then
    awaitFactsEqualTheFiles();
    await().atMost(Duration.ofMinutes(1)).until(() -> figures().equals(before));
    nothingIsTold();
  }

  @Test
  @Order(3)
  void alertsIsRestoredFromABackup() {
    // Given
    system.kill(Service.ALERTS);
    Backup backup = Backup.take(system, Service.ALERTS);
    system.restart(Service.ALERTS);
    submit("month-after.csv", Trade.fallingTo("2025-07", "CN-HN", "CN-SX", "CN-YN"));
    SlackExpectations.exactlyOneMessage(system, "CN-YN", "CN-SX", "CN-HN");
    Set<String> before = firing();
    system.slack().reset();
    // When
    system.kill(Service.ALERTS);
    backup.restore();
    system.restart(Service.ALERTS);
    // Then what was told after the backup is told once more, and once only
    SlackExpectations.exactlyOneMessage(system, "CN-YN", "CN-SX", "CN-HN");
    assertThat(firing()).isEqualTo(before);
  }

  @Test
  @Order(4)
  void ingestIsRestoredFromABackup() throws SQLException {
    // Given
    system.kill(Service.INGEST);
    Backup backup = Backup.take(system, Service.INGEST);
    system.restart(Service.INGEST);
    String forgotten = submit("august.csv", Trade.fallingTo("2025-08", "CN-HN", "CN-SX", "CN-YN"));
    // When
    system.kill(Service.INGEST);
    backup.restore();
    moveVintagesBeyondThoseOfMetrics();
    system.restart(Service.INGEST);
    // Then what it forgot counts, and what comes next is newer
    assertThat(ids()).doesNotContain(forgotten);
    awaitFactsEqualTheFiles();
    submit("september.csv", Trade.fallingTo("2025-09", "CN-HN", "CN-SX", "CN-YN", "CN-QH"));
    awaitFactsEqualTheFiles();
  }

  /** The two commands of the guide. */
  private static void moveVintagesBeyondThoseOfMetrics() throws SQLException {
    long largest =
        HeldLock.count(system.database(Service.METRICS), "select max(vintage) from submission");
    try (Connection connection = system.database(Service.INGEST).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select setval('vintage', greatest(%d, (select last_value from vintage)))"
              .formatted(largest));
    }
  }

  private static String submit(String name, List<Entry> entries) {
    String id = system.api().submit(List.of(BOOK.file(name, entries)), Map.of());
    system.api().awaitApplied(id);
    return id;
  }

  private static void awaitFactsEqualTheFiles() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(Book.of(system.api())).containsExactlyInAnyOrderEntriesOf(BOOK.cells()));
  }

  private static void nothingIsTold() {
    await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(system.slack().requests()).isEmpty());
  }

  /** Every row of a table of indicators. */
  private static Set<String> figures() {
    return system.api().list("/indicators", QUESTION).stream()
        .map(JsonNode::toString)
        .collect(Collectors.toSet());
  }

  /** Which provinces' incidents are open. */
  private static Set<String> firing() {
    return system.api().list("/alerts", Map.of("state", "firing")).stream()
        .map(incident -> incident.path("region").asText() + incident.path("yoy").asText())
        .collect(Collectors.toSet());
  }

  private static Set<String> ids() {
    return system.api().list("/submissions", Map.of()).stream()
        .map(submission -> submission.path("id").asText())
        .collect(Collectors.toSet());
  }
}
