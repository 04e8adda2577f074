package dev.tradewind.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.IndicatorRow;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import dev.tradewind.contracts.period.Window;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmissionTest extends MetricsTest {
  private static final String GD = "CN-GD";

  private TestSubmission history() {
    Rows rows = new Rows();
    for (int month = 1; month <= 7; month++) {
      rows.add("2024-0" + month, GD, "USA", "39221000", 400_000_000);
      rows.add("2025-0" + month, GD, "USA", "39221000", 100_000_000);
      rows.add("2025-0" + month, GD, "VNM", "39221000", 300_000_000);
    }
    return TestSubmission.of(currency, rows);
  }

  private List<Slice> slices(TestSubmission submission, long applySeq) {
    return topics.told(submission.id()).stream()
        .map(TestTopics::event)
        .filter(Slice.class::isInstance)
        .map(Slice.class::cast)
        .filter(slice -> slice.applySeq() == applySeq)
        .toList();
  }

  @Test
  void allWatchedTablesAreToldAndThenTheClose() {
    // Given a history, when it is applied
    TestSubmission submission = apply(history());
    awaitClose(submission, 1);
    // Then every month and year-to-date is told, all regions and the nation in each, closed at last
    List<IndicatorEvent> told =
        topics.told(submission.id()).stream().map(TestTopics::event).toList();
    SubmissionApplied close = (SubmissionApplied) told.get(told.size() - 1);
    assertThat(close.cause()).isEqualTo("published");
    assertThat(close.vintage()).isEqualTo(submission.vintage());
    List<Slice> slices = slices(submission, close.applySeq());
    assertThat(slices).hasSize(told.size() - 1).hasSize(close.events());
    assertThat(slices).extracting(Slice::number).doesNotHaveDuplicates();
    assertThat(slices).allSatisfy(slice -> assertThat(slice.rows()).hasSize(32));
    assertThat(close.newest())
        .filteredOn(newest -> newest.currency().equals(currency))
        .extracting(newest -> newest.window().id() + " " + newest.period())
        .containsExactlyInAnyOrder("month 2025-07", "ytd 2025-07");
    // And the numbers are those of the data
    IndicatorRow row =
        slices.stream()
            .filter(s -> s.window() == Window.YTD && s.period().toString().equals("2025-07"))
            .flatMap(s -> s.rows().stream())
            .filter(r -> r.region().equals(GD))
            .findFirst()
            .orElseThrow();
    assertThat(row.value()).isEqualTo("7000000");
    assertThat(row.yoy()).isEqualByComparingTo("-0.75");
    assertThat(row.exposure()).isEqualByComparingTo("0.25");
    assertThat(row.status()).isEqualTo("ok");
  }

  @Test
  void aRevisionTellsTheClosureOfWhatItTouched() {
    // Given a history, when one month of the base year is revised
    apply(history());
    TestSubmission revision =
        apply(
            TestSubmission.of(
                currency, new Rows().add("2024-03", GD, "USA", "39221000", 200_000_000)));
    awaitClose(revision, 1);
    // Then its month and a year later, and the rest of both years to date are told, no more
    long applySeq = topics.closes(revision.id()).get(0).applySeq();
    assertThat(slices(revision, applySeq))
        .extracting(slice -> slice.window().id() + " " + slice.period())
        .containsExactlyInAnyOrder(
            "month 2024-03",
            "month 2025-03",
            "ytd 2024-03",
            "ytd 2024-04",
            "ytd 2024-05",
            "ytd 2024-06",
            "ytd 2024-07",
            "ytd 2024-08",
            "ytd 2024-09",
            "ytd 2024-10",
            "ytd 2024-11",
            "ytd 2024-12",
            "ytd 2025-03",
            "ytd 2025-04",
            "ytd 2025-05",
            "ytd 2025-06",
            "ytd 2025-07");
  }

  @Test
  void whatIsSentAgainIsTheSameWordForWord() {
    // Given a merge that was told, and its close asked for again as after a crash before the mark
    TestSubmission submission = apply(history());
    awaitClose(submission, 1);
    List<ConsumerRecord<byte[], byte[]>> first = topics.told(submission.id());
    byte[] close = first.get(first.size() - 1).value();
    // When the completion event comes again
    topics.complete(submission, Map.of());
    awaitClose(submission, 2);
    // Then the same bytes are in Kafka twice
    List<ConsumerRecord<byte[], byte[]>> all = topics.told(submission.id());
    assertThat(Arrays.equals(all.get(all.size() - 1).value(), close)).isTrue();
    assertThat(all).hasSize(first.size() + 1);
  }

  @Test
  void mergesAreToldInTheirOrder() {
    // Given several merges, when all are told
    for (int i = 0; i < 3; i++) {
      awaitClose(apply(history()), 1);
    }
    // Then nothing unsent is left behind a later one
    await()
        .until(
            () ->
                tables
                    .list(
                        "SELECT count(*) FROM outbox WHERE sent_at IS NULL", row -> row.getLong(0))
                    .equals(List.of(0L)));
    assertThat(tables.list("SELECT count(*) FROM outbox_slice", row -> row.getLong(0)))
        .containsExactly(0L);
  }
}
