package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.ingest.store.Database;
import dev.tradewind.testing.CustomsFile;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WithdrawalTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Database database;

  WithdrawalTest(Database database) {
    this.database = database;
  }

  private static byte[] file(int value) {
    return CustomsFile.usd().row("2025-05", "CN-TJ", "DEU", "39221000", value).bytes();
  }

  private static void applied(UUID id, String cause) {
    Topic.send(
        new IndicatorEvent.SubmissionApplied(
            IndicatorEvent.SCHEMA_VERSION,
            id,
            1,
            1,
            cause,
            1L,
            Instant.now(),
            0,
            List.of(),
            List.of(),
            List.of()));
  }

  private static void withdraw(UUID id) {
    given()
        .post(Client.SUBMISSIONS + "/" + id + "/withdraw")
        .then()
        .statusCode(200)
        .body("state", equalTo("withdrawn"));
  }

  @Test
  void metricsSaysWhenASubmissionIsApplied() {
    UUID id = Client.accepted(file(1));
    Client.awaitState(id, "published");

    applied(id, "published");
    applied(id, "published");

    Client.awaitState(id, "applied");
  }

  @Test
  void aWithdrawalIsToldOnceMoreWhenItMayHaveBeenLostAndClosesLikeASubmission() {
    UUID id = Client.accepted(file(2));
    long vintage = Client.awaitState(id, "published").getLong("vintage");
    Awaitility.await().atMost(PATIENCE).until(() -> Topic.events(id).size() == 1);

    withdraw(id);
    withdraw(id);
    Awaitility.await().atMost(PATIENCE).until(() -> Topic.events(id).size() == 2);
    Awaitility.await().atMost(PATIENCE).until(() -> row(id, "due_at is null"));
    database.update("update submission set due_at = clock_timestamp() where id = $1", id);
    Awaitility.await().atMost(PATIENCE).until(() -> Topic.events(id).size() == 3);
    applied(id, "withdrawn");

    List<SubmissionEvent> events = Topic.events(id);
    assertThat(events.get(1)).isInstanceOf(SubmissionEvent.Withdrawn.class);
    assertThat(events.get(2)).isEqualTo(events.get(1));
    assertThat(((SubmissionEvent.Withdrawn) events.get(1)).vintage()).isEqualTo(vintage);
    assertThat(((SubmissionEvent.Withdrawn) events.get(1)).currency()).isEqualTo("USD");
    Awaitility.await().atMost(PATIENCE).until(() -> row(id, "closed_at is not null"));
  }

  @Test
  void withdrawnContentsMayBeSentAgain() {
    UUID id = Client.accepted(file(3));
    Client.awaitState(id, "published");
    withdraw(id);

    assertThat(Client.accepted(file(3))).isNotEqualTo(id);
  }

  @Test
  void aRejectedSubmissionHasNothingToTakeBack() {
    UUID id = Client.accepted("no customs file\n".getBytes(CustomsFile.GB18030));
    Client.awaitState(id, "rejected");

    given().post(Client.SUBMISSIONS + "/" + id + "/withdraw").then().statusCode(409);
  }

  private boolean row(UUID id, String condition) {
    return !database
        .execute("select 1 from submission where id = $1 and " + condition, id)
        .isEmpty();
  }
}
