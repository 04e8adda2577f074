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
 * Two replicas of metrics take overlapping and revising submissions and are killed at the three
 * places where half of the work is done. In the end the facts equal the files.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MetricsReplicasIT {
  private static final String ALL_STAGED =
      """
      select count(*) from submission s
      where s.blocks = (select count(*) from staged_block b
                        where b.submission_no = s.no and b.attempt = s.attempt)
      """;

  private static final Book BOOK = new Book();
  private static RunningSystem system;
  private static DataSource metrics;

  @BeforeAll
  static void start() {
    system = RunningSystem.start("replicas", Settings.defaults().withReplicas(Service.METRICS, 2));
    metrics = system.database(Service.METRICS);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  @Order(1)
  void killedAfterStagingNothingIsLostOrDoubled() {
    String first;
    String second;
    // Given two submissions that overlap, staged but not merged
    try (HeldLock lock = HeldLock.take(metrics, "fact", "share")) {
      List<Entry> history = Trade.steady("2024-01", "2025-05");
      first = submit("history.csv", history);
      second =
          submit(
              "spring.csv",
              Trade.revised(Trade.thinned(Trade.steady("2025-03", "2025-06"), 7), 500));
      await().atMost(Duration.ofMinutes(1)).until(() -> HeldLock.count(metrics, ALL_STAGED) == 2);
      HeldLock.awaitWaiting(metrics, "fact", "RowExclusiveLock");
      // When
      system.kill(Service.METRICS);
      assertThat(lock.count("select apply_seq from merge_state")).isZero();
    }
    system.restart(Service.METRICS);
    // Then
    assertFactsEqualTheFiles(first, second);
  }

  @Test
  @Order(2)
  void killedAfterTheMergeBeforeItsCommitItIsDoneAgain() {
    String revision;
    // Given a submission that is merged, but not committed
    try (HeldLock lock = HeldLock.take(metrics, "outbox", "share")) {
      long told = lock.count("select count(*) from outbox");
      revision =
          submit(
              "revision.csv",
              Trade.revised(Trade.thinned(Trade.steady("2024-02", "2025-04"), 5), -700));
      HeldLock.awaitWaiting(metrics, "outbox", "RowExclusiveLock");
      // When
      system.kill(Service.METRICS);
      assertThat(lock.count("select count(*) from outbox")).isEqualTo(told);
    }
    system.restart(Service.METRICS);
    // Then
    assertFactsEqualTheFiles(revision);
  }

  @Test
  @Order(3)
  void killedBeforeTheEmissionEverythingIsToldAndSlackHearsOnce() {
    String fall;
    HeldLock emission;
    // Given a submission whose merge is committed, and nobody who has told of it
    try (HeldLock merge = HeldLock.take(metrics, "outbox", "share")) {
      system.slack().reset();
      fall =
          submit(
              "fall.csv",
              Trade.falling(Trade.steady("2025-01", "2025-07"), "CN-SX", "2025-01", 0.3));
      HeldLock.awaitWaiting(metrics, "outbox", "RowExclusiveLock");
      emission = HeldLock.queue(metrics, "outbox", "access exclusive");
      emission.awaitQueued();
      assertThat(merge.count("select count(*) from outbox where sent_at is null")).isZero();
    }
    try (emission) {
      emission.awaitGranted();
      assertThat(emission.count("select count(*) from outbox where sent_at is null")).isOne();
      // When
      system.kill(Service.METRICS);
    }
    assertThat(system.slack().requests()).isEmpty();
    system.restart(Service.METRICS);
    // Then
    assertFactsEqualTheFiles(fall);
    SlackExpectations.exactlyOneMessage(system, "CN-SX");
  }

  private static String submit(String name, List<Entry> entries) {
    return system.api().submit(List.of(BOOK.file(name, entries)), Map.of());
  }

  private static void assertFactsEqualTheFiles(String... submissions) {
    for (String submission : submissions) {
      system.api().awaitApplied(submission);
    }
    assertThat(Book.of(system.api())).containsExactlyInAnyOrderEntriesOf(BOOK.cells());
  }
}
