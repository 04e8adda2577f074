package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.IndicatorRow;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.merge.Replicas;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmissionTest extends MetricsTest {
  @Inject Replicas replicas;

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
        .containsExactlyInAnyOrder(
            "month 2025-07", "ytd 2025-07", "r12m 2025-07", "jan-feb 2025-02");
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
            "ytd 2025-07",
            "r12m 2024-03",
            "r12m 2024-04",
            "r12m 2024-05",
            "r12m 2024-06",
            "r12m 2024-07",
            "r12m 2024-08",
            "r12m 2024-09",
            "r12m 2024-10",
            "r12m 2024-11",
            "r12m 2024-12",
            "r12m 2025-01",
            "r12m 2025-02",
            "r12m 2025-03",
            "r12m 2025-04",
            "r12m 2025-05",
            "r12m 2025-06",
            "r12m 2025-07");
  }

  private Stream<IndicatorRow> rows(TestSubmission submission, String sector, String period) {
    return slices(submission, topics.closes(submission.id()).get(0).applySeq()).stream()
        .filter(s -> s.sector().equals(sector) && s.window() == Window.MONTH)
        .filter(s -> s.period().equals(YearMonth.parse(period)))
        .flatMap(s -> s.rows().stream());
  }

  @Test
  void sectorsOfWhichAnythingIsKnownAreToldAndNoOthers() {
    // Given chairs and something of no sector
    TestSubmission submission =
        apply(
            TestSubmission.of(
                currency,
                new Rows()
                    .add("2024-07", GD, "USA", "94036099", 300_000_000)
                    .add("2025-07", GD, "USA", "94036099", 150_000_000)
                    .add("2025-07", GD, "USA", "39221000", 900_000_000)));
    awaitClose(submission, 1);
    // Then furniture has tables of its own, with its own numbers, and toys have none
    SubmissionApplied close = topics.closes(submission.id()).get(0);
    assertThat(slices(submission, close.applySeq()))
        .extracting(Slice::sector)
        .containsOnly("all", "furniture");
    assertThat(close.newest())
        .filteredOn(newest -> newest.currency().equals(currency))
        .extracting(newest -> newest.sector() + " " + newest.window().id())
        .containsExactlyInAnyOrder(
            "all month",
            "all ytd",
            "all r12m",
            "furniture month",
            "furniture ytd",
            "furniture r12m");
    assertThat(rows(submission, "furniture", "2025-07").filter(row -> row.region().equals(GD)))
        .singleElement()
        .satisfies(row -> assertThat(row.yoy()).isEqualByComparingTo("-0.5"));
    // When it is withdrawn
    topics.event(submission.id(), submission.withdrawn());
    awaitClose(submission, 2);
    // Then it is told that nothing is known of furniture any more
    SubmissionApplied last = topics.closes(submission.id()).get(1);
    assertThat(last.newest()).noneMatch(newest -> newest.currency().equals(currency));
    assertThat(slices(submission, last.applySeq()))
        .filteredOn(slice -> slice.sector().equals("furniture"))
        .isNotEmpty()
        .allSatisfy(
            slice ->
                assertThat(slice.rows()).extracting(IndicatorRow::status).containsOnly("hole"));
  }

  @Test
  void aRowSaysHowManyPlacesItsRegionHasClimbed() {
    TestSubmission submission =
        apply(
            TestSubmission.of(
                currency,
                new Rows()
                    .add("2024-07", GD, "USA", "39221000", 100_000_000)
                    .add("2024-07", "CN-ZJ", "USA", "39221000", 300_000_000)
                    .add("2024-07", "CN-JS", "USA", "39221000", 200_000_000)
                    .add("2025-07", GD, "USA", "39221000", 500_000_000)
                    .add("2025-07", "CN-ZJ", "USA", "39221000", 300_000_000)
                    .add("2025-07", "CN-JS", "USA", "39221000", 200_000_000)));
    awaitClose(submission, 1);
    Map<String, IndicatorRow> rows =
        rows(submission, "all", "2025-07")
            .collect(Collectors.toMap(IndicatorRow::region, Function.identity()));
    assertThat(rows.get(GD)).extracting(IndicatorRow::rank).isEqualTo(1);
    assertThat(rows.get(GD)).extracting(IndicatorRow::rankChange).isEqualTo(2);
    assertThat(rows.get("CN-ZJ")).extracting(IndicatorRow::rankChange).isEqualTo(-1);
    assertThat(rows.get("CN-JS")).extracting(IndicatorRow::rankChange).isEqualTo(-1);
    assertThat(rows.get("CN")).extracting(IndicatorRow::rankChange).isNull();
  }

  @Test
  void aRowSaysHowUnusualItsRateIsOnceThereIsAHistory() {
    // Given three years and a half, the rates of which are computed here on their own
    Rows history = new Rows();
    Map<YearMonth, Long> values = new HashMap<>();
    YearMonth first = YearMonth.of(2022, 1);
    for (int i = 0; i < 43; i++) {
      long value = 100_000_000L + 7_919_003L * (i * i % 23);
      values.put(first.plusMonths(i), value);
      history.add(first.plusMonths(i).toString(), GD, "USA", "39221000", value);
    }
    TestSubmission submission = apply(TestSubmission.of(currency, history));
    awaitClose(submission, 1);
    // Then the last month is judged by the 30 rates before it, and a month with few is not judged
    YearMonth last = YearMonth.of(2025, 7);
    double[] before =
        IntStream.rangeClosed(1, 30).mapToDouble(i -> rate(values, last.minusMonths(i))).toArray();
    double median = median(before);
    double mad = median(Arrays.stream(before).map(rate -> Math.abs(rate - median)).toArray());
    assertThat(rows(submission, "all", "2025-07").filter(row -> row.region().equals(GD)))
        .singleElement()
        .extracting(IndicatorRow::zScore, InstanceOfAssertFactories.BIG_DECIMAL)
        .isCloseTo(
            BigDecimal.valueOf((rate(values, last) - median) / (1.4826 * mad)),
            Offset.offset(new BigDecimal("0.0001")));
    assertThat(rows(submission, "all", "2024-12").filter(row -> row.region().equals(GD)))
        .singleElement()
        .satisfies(row -> assertThat(row.yoy()).isNotNull())
        .extracting(IndicatorRow::zScore)
        .isNull();
  }

  private static double rate(Map<YearMonth, Long> values, YearMonth month) {
    double base = values.getOrDefault(month.minusYears(1), 0L);
    return (values.getOrDefault(month, 0L) - base) / base;
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private List<SubmissionApplied> rebuilds() {
    return topics.all().stream()
        .map(TestTopics::event)
        .filter(SubmissionApplied.class::isInstance)
        .map(SubmissionApplied.class::cast)
        .filter(close -> close.cause().equals("rebuild"))
        .toList();
  }

  private SubmissionApplied awaitRebuild(Predicate<SubmissionApplied> wanted) {
    await().until(() -> rebuilds().stream().anyMatch(wanted));
    return rebuilds().stream().filter(wanted).findFirst().orElseThrow();
  }

  @Test
  void anotherConfigurationMakesEverythingBeToldOnceAndCountsForAllReplicas() {
    // Given a history
    TestSubmission submission = apply(history());
    awaitClose(submission, 1);
    long before = topics.closes(submission.id()).get(0).applySeq();
    // When a replica starts that watches one sector more
    replicas.startWatching(List.of("all", "hs:39"));
    try {
      // Then all tables of its series are told once
      SubmissionApplied close =
          awaitRebuild(
              rebuild ->
                  rebuild.applySeq() > before
                      && rebuild.newest().stream().anyMatch(n -> n.sector().equals("hs:39")));
      List<IndicatorEvent> told =
          topics.told(close.submission()).stream().map(TestTopics::event).toList();
      assertThat(told).hasSize(close.events() + 1);
      assertThat(told)
          .filteredOn(
              event ->
                  event instanceof Slice slice
                      && slice.currency().equals(currency)
                      && slice.sector().equals("hs:39")
                      && slice.window() == Window.YTD)
          .hasSize(19);
      // And this service tells of them as well from now on, though it is configured differently
      TestSubmission later =
          apply(
              TestSubmission.of(
                  currency, new Rows().add("2025-07", GD, "USA", "39221000", 1_000_000)));
      awaitClose(later, 1);
      assertThat(slices(later, topics.closes(later.id()).get(0).applySeq()))
          .extracting(Slice::sector)
          .contains("hs:39");
      // And nothing is told again when one starts that is configured alike
      int rebuilds = rebuilds().size();
      replicas.startWatching(List.of("all", "hs:39"));
      awaitClose(apply(history()), 1);
      assertThat(rebuilds()).hasSize(rebuilds);
    } finally {
      replicas.startAlike();
    }
  }

  @Test
  void theTimelineAndTheGroupsAreToldWithEveryCloseAndWhenTheyChange() {
    // Given a submission, then its close has the timeline and the groups
    TestSubmission submission = apply(history());
    awaitClose(submission, 1);
    SubmissionApplied close = topics.closes(submission.id()).get(0);
    assertThat(close.timeline())
        .filteredOn(event -> event.id().equals("2025-05-12-geneva-truce"))
        .singleElement()
        .satisfies(event -> assertThat(event.kind()).isEqualTo("truce"));
    assertThat(close.groups())
        .filteredOn(group -> group.id().equals("coastal-six"))
        .singleElement()
        .satisfies(group -> assertThat(group.members()).hasSize(6).contains(GD));
    List<String> regions = Region.all().stream().map(Region::code).toList();
    assertThat(close.groups())
        .allSatisfy(group -> assertThat(regions).containsAll(group.members()));
    assertThat(close.groups())
        .filteredOn(group -> group.id().equals("national"))
        .singleElement()
        .satisfies(
            group -> assertThat(group.members()).containsExactlyInAnyOrderElementsOf(regions));
    // When an operator adds an event
    String title = "Told at once " + currency;
    String id =
        given()
            .contentType("application/json")
            .body(
                Map.of(
                    "date", "2030-01-01",
                    "titleEn", title,
                    "titleZh", "测试",
                    "kind", "other",
                    "source", "a test"))
            .post("/api/v1/events")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    try {
      // Then it is told without another submission, with no table
      SubmissionApplied told =
          awaitRebuild(
              rebuild -> rebuild.timeline().stream().anyMatch(event -> event.id().equals(id)));
      assertThat(told.events()).isZero();
    } finally {
      given().delete("/api/v1/events/" + id).then().statusCode(204);
    }
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
