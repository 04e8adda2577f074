package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.Settings;
import dev.tradewind.systemtests.Book.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Ingest, metrics or alerts is killed in the middle of a submission. After its restart the facts
 * equal the file, and Slack has heard exactly once.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillMidSubmissionIT {
  private static final Book BOOK = new Book();
  private static RunningSystem system;
  private static DataSource ingest;
  private static DataSource metrics;

  @BeforeAll
  static void start() {
    Settings settings =
        Settings.defaults().with(Service.INGEST, "TRADEWIND_INGEST_WORK_LEASE", "5s");
    system = RunningSystem.start("kill-mid-submission", settings);
    ingest = system.database(Service.INGEST);
    metrics = system.database(Service.METRICS);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  @Order(1)
  void ingestIsKilledWhenItHasPublishedBlocksButNotSaidSo() {
    String id;
    HeldLock publishing;
    // Given blocks in Kafka of a submission whose row does not say so yet
    try (HeldLock checked = HeldLock.take(ingest, "problem", "share")) {
      id = submit("history.csv", Trade.fallingTo("2025-05", "CN-HN"));
      HeldLock.awaitWaiting(ingest, "problem", "RowExclusiveLock");
      publishing = HeldLock.queueForRow(ingest, "submission", "id = '" + id + "'");
      publishing.awaitQueued();
      assertThat(checked.count("select count(*) from submission where state = 'publishing'"))
          .isZero();
    }
    try (publishing) {
      publishing.awaitGranted();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> HeldLock.count(metrics, "select count(*) from staged_block") == 17 * 31);
      assertThat(publishing.count("select count(*) from submission where published_at is null"))
          .isOne();
      // When
      system.kill(Service.INGEST);
    }
    system.restart(Service.INGEST);
    // Then
    assertFactsEqualTheFiles(id);
    assertThat(system.api().submission(id).path("attempt").asInt()).isGreaterThan(1);
    SlackExpectations.exactlyOneMessage(system, "CN-HN");
  }

  @Test
  @Order(2)
  void metricsIsKilledInTheMiddleOfStaging() {
    system.slack().reset();
    String id;
    // Given
    try (HeldLock staging = HeldLock.take(metrics, "staged_block", "share")) {
      id = submit("next-month.csv", Trade.fallingTo("2025-06", "CN-HN", "CN-SX"));
      HeldLock.awaitWaiting(metrics, "staged_block", "RowExclusiveLock");
      // When
      system.kill(Service.METRICS);
      assertThat(staging.count("select count(*) from submission where state = 'applied'")).isOne();
    }
    system.restart(Service.METRICS);
    // Then
    assertFactsEqualTheFiles(id);
    SlackExpectations.exactlyOneMessage(system, "CN-SX", "CN-HN");
  }

  @Test
  @Order(3)
  void alertsIsKilledBeforeItHasSaidAnything() {
    system.slack().reset();
    String id;
    DataSource alerts = system.database(Service.ALERTS);
    // Given
    try (HeldLock evaluation = HeldLock.take(alerts, "notification", "share")) {
      id = submit("month-after.csv", Trade.fallingTo("2025-07", "CN-HN", "CN-SX", "CN-YN"));
      HeldLock.awaitWaiting(alerts, "notification", "RowExclusiveLock");
      // When
      system.kill(Service.ALERTS);
      assertThat(evaluation.count("select count(*) from notification")).isEqualTo(2);
    }
    system.restart(Service.ALERTS);
    // Then
    assertFactsEqualTheFiles(id);
    SlackExpectations.exactlyOneMessage(system, "CN-YN", "CN-SX", "CN-HN");
  }

  private static String submit(String name, List<Entry> entries) {
    return system.api().submit(List.of(BOOK.file(name, entries)), Map.of());
  }

  private static void assertFactsEqualTheFiles(String submission) {
    system.api().awaitApplied(submission);
    assertThat(Book.of(system.api())).containsExactlyInAnyOrderEntriesOf(BOOK.cells());
  }
}
