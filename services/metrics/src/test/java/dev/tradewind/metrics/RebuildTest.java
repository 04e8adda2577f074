package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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

  private String indicators() {
    return given()
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
    // Given two vintages that were applied and told
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
    List<String> facts = tables.facts(currency);
    List<String> sums = tables.slices(currency);
    String indicators = indicators();
    int told = topics.told(first.id()).size() + topics.told(second.id()).size();
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
    assertThat(topics.told(first.id()).size() + topics.told(second.id()).size()).isEqualTo(told);
    assertThat(rebuilds()).hasSize(before.size() + 1);
  }
}
