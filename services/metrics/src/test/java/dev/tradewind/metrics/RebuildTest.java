package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The database is lost; Kafka has everything. */
@QuarkusTest
class RebuildTest extends MetricsTest {
  private List<SubmissionApplied> rebuilds() {
    return topics.all().stream()
        .map(TestTopics::event)
        .filter(SubmissionApplied.class::isInstance)
        .map(SubmissionApplied.class::cast)
        .filter(close -> close.cause().equals("rebuild"))
        .toList();
  }

  private int told(TestSubmission... submissions) {
    return Stream.of(submissions).mapToInt(one -> topics.told(one.id()).size()).sum();
  }

  private String indicators() {
    return indicators(given());
  }

  private String indicators(TestSubmission asOf) {
    return indicators(given().queryParam("asOf", asOf.id()));
  }

  private String indicators(RequestSpecification question) {
    return question
        .queryParam("currency", currency)
        .queryParam("more", "all")
        .accept("text/csv")
        .get("/api/v1/indicators")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void aLostDatabaseIsFilledAgainAndNothingOldIsToldAsNews() {
    // Given two vintages that were applied and told, and a third that was taken back
    Rows rows = new Rows();
    for (int month = 1; month <= 7; month++) {
      rows.add("2024-0" + month, "CN-GD", "USA", "39221000", 400);
      rows.add("2025-0" + month, "CN-GD", "USA", "39221000", 100);
    }
    TestSubmission first = apply(TestSubmission.of(currency, rows));
    TestSubmission second =
        apply(
            TestSubmission.of(
                currency, new Rows().add("2025-07", "CN-GD", "USA", "39221000", 999)));
    awaitClose(first, 1);
    awaitClose(second, 1);
    TestSubmission third =
        apply(
            TestSubmission.of(currency, new Rows().add("2025-07", "CN-GD", "USA", "39221000", 1)));
    topics.event(third.id(), third.withdrawn());
    awaitClose(third, 2);
    List<String> facts = tables.facts(currency);
    List<String> sums = tables.slices(currency);
    String indicators = indicators();
    String withTheFirst = indicators(first);
    String withTheThird = indicators(third);
    assertThat(withTheFirst).isNotEqualTo(indicators);
    assertThat(withTheThird).isNotEqualTo(indicators);
    int told = told(first, second, third);
    List<UUID> before = rebuilds().stream().map(SubmissionApplied::submission).toList();
    // When the database is emptied under the running service by the one command for it, and
    // something new is published
    tables.run("SELECT rebuild_from_kafka()");
    TestSubmission later =
        TestSubmission.of("ZZZ", new Rows().add("2025-07", "CN-GD", "USA", "39221000", 5));
    topics.publish(later);
    // Then one rebuild is told, with a larger epoch, closing all tables
    await().atMost(Duration.ofSeconds(40)).until(() -> rebuilds().size() > before.size());
    SubmissionApplied rebuild =
        rebuilds().stream()
            .filter(close -> !before.contains(close.submission()))
            .findFirst()
            .orElseThrow();
    assertThat(rebuild.epoch()).isGreaterThan(1);
    List<IndicatorEvent> events =
        topics.told(rebuild.submission()).stream().map(TestTopics::event).toList();
    assertThat(events).hasSize(rebuild.events() + 1);
    assertThat(events)
        .filteredOn(event -> event instanceof Slice slice && slice.currency().equals(currency))
        .hasSizeGreaterThan(14);
    // And the facts are the same, and the old submissions are not told again
    awaitState(first, "applied");
    awaitState(second, "applied");
    awaitState(later, "applied");
    assertThat(tables.facts(currency)).isEqualTo(facts);
    assertThat(tables.slices(currency)).isEqualTo(sums);
    assertThat(indicators()).isEqualTo(indicators);
    assertThat(told(first, second, third)).isEqualTo(told);
    // And so is what was known earlier, of the third too, whose withdrawal was read before its rows
    // were merged
    await()
        .untilAsserted(
            () -> {
              assertThat(indicators(first)).isEqualTo(withTheFirst);
              assertThat(indicators(third)).isEqualTo(withTheThird);
            });
    assertThat(rebuilds()).hasSize(before.size() + 1);
  }
}
