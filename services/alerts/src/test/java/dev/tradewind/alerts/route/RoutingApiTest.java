package dev.tradewind.alerts.route;

import static dev.tradewind.alerts.Samples.millions;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.alerts.notification.Reminders;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.embedded.slack.SlackFault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The routing document over the API, and what follows from it. */
@QuarkusTest
@TestProfile(AlertsProfile.class)
class RoutingApiTest extends AlertsTest {
  @Inject Transactions transactions;

  @Test
  void withoutADocumentEverythingGoesEverywhere() {
    when()
        .get("/api/v1/routing")
        .then()
        .statusCode(200)
        .body("version", equalTo(0))
        .body("route.receivers", hasSize(0))
        .body("notices.allClear.size()", equalTo(0))
        .body("inhibitions", hasSize(3));
    given()
        .accept("application/yaml")
        .get("/api/v1/routing")
        .then()
        .statusCode(200)
        .contentType("application/yaml")
        .body(startsWith("version: 0"));
  }

  @Test
  void aDocumentIsChangedByVersion() {
    put("version: 0\nowner: desk@example.org\nroute: {receivers: [default]}")
        .statusCode(200)
        .body("version", equalTo(1))
        .body("owner", equalTo("desk@example.org"));
    put("version: 0\nowner: other").statusCode(409);
    put("version: 1\nowner: other").statusCode(200).body("version", equalTo(2));
    assertThat(stage.number("SELECT count(*) FROM routing")).isEqualTo(2);
  }

  @Test
  void aWrongDocumentChangesNothing() {
    put("version: 0\nroute: {receivers: [nowhere]}")
        .statusCode(400)
        .body("errors[0].parameter", equalTo("route.receivers"))
        .body("errors[0].detail", equalTo("there is no channel 'nowhere'; use one of default."));
    put("version: 0\nroute: {reciever: default}")
        .statusCode(400)
        .body("detail", containsString("route.reciever"));
    when().get("/api/v1/routing").then().body("version", equalTo(0));
  }

  @Test
  void anIncidentsWayIsShown() {
    put("""
        version: 0
        route:
          receivers: [default]
          routes:
            - match: [severity=critical]
              groupBy: [region]
        """)
        .statusCode(200);
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("10", "100"))).newest(JULY));
    long incident = stage.number("SELECT id FROM incident");
    test("{\"incident\": " + incident + "}")
        .statusCode(200)
        .body("labels.region", equalTo("CN-YN"))
        .body("labels.level", equalTo("province"))
        .body("held", nullValue())
        .body("destinations.route", contains("route.routes[0]"))
        .body("destinations[0].channels", contains("default"))
        .body("destinations[0].groupBy", contains("region"));
    test("{\"labels\": {\"severity\": \"warning\"}}")
        .statusCode(200)
        .body("destinations.route", contains("route"));
    test("{}").statusCode(400);
    test("{\"incident\": 99999}").statusCode(404);
  }

  @Test
  void aMessageIsGroupedAsTheRouteSays() {
    put("version: 0\nroute: {groupBy: [region]}").statusCode(200);
    stage.tell(
        ToldChange.published()
            .slice(JULY, Map.of("CN-YN", millions("10", "100"), "CN-HN", millions("70", "100")))
            .newest(JULY));
    awaitPosted(2);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(2);
    when()
        .get("/api/v1/notifications?group=2025-07|USA|all|ytd|USD|region=CN-HN")
        .then()
        .body("items", hasSize(1));
    when().get("/api/v1/notifications?period=2025-07").then().body("items", hasSize(2));
    when().get("/api/v1/notifications?period=2025-06").then().body("items", hasSize(0));
    when().get("/api/v1/notifications?channel=other").then().body("items", hasSize(0));
  }

  @Test
  void anotherGroupingTellsNothingTwice() {
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("10", "100"))).newest(JULY));
    awaitPosted(1);
    put("version: 0\nroute: {groupBy: [region]}").statusCode(200);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);

    // What changes is told where it was told, and what is new where it belongs now.
    stage.tell(
        ToldChange.published()
            .slice(JULY, Map.of("CN-YN", millions("69", "100"), "CN-HN", millions("70", "100")))
            .newest(JULY));
    awaitPosted(3);
    awaitQuiet();
    assertThat(slack.posted().stream().map(AlertsTest::fallback))
        .satisfiesOnlyOnce(text -> assertThat(text).startsWith("Correction").contains("Yunnan"))
        .satisfiesOnlyOnce(text -> assertThat(text).contains("fell sharply in Hunan"))
        .hasSize(3);
  }

  @Test
  void quietHoursDelayAndDropNothing() {
    // Given a night that lasts from two hours ago for four hours
    LocalTime now = LocalTime.now(ZoneOffset.UTC).withNano(0);
    put("""
        version: 0
        timeIntervals:
          - {name: night, timeZone: UTC, from: "%s", to: "%s"}
        route: {mute: [night]}
        """
            .formatted(now.minusHours(2), now.plusHours(2)))
        .statusCode(200);
    // When
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("10", "100"))).newest(JULY));
    // Then it waits
    await()
        .until(
            () ->
                stage.number(
                        "SELECT count(*) FROM notification WHERE state = 'pending' AND quiet_until > now()")
                    == 1);
    assertThat(slack.requests()).isEmpty();
    assertThat(stage.text("SELECT outcome || ' ' || attempts FROM delivery d, notification n"))
        .isEqualTo("waits 0");
    // When the night is abolished
    put("version: 1").statusCode(200);
    // Then
    awaitPosted(1);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
  }

  @Test
  void aReminderIsSentAfterTheIntervalAndOnlyThen() {
    put("version: 0\nroute: {repeatInterval: P28D}").statusCode(200);
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("10", "100"))).newest(JULY));
    awaitPosted(1);
    awaitQuiet();
    stage.rows("UPDATE notification SET sent_at = now() - interval '27 days'");
    stage.tell(ToldChange.published());
    assertThat(slack.requests()).hasSize(1);
    stage.rows("UPDATE notification SET sent_at = now() - interval '29 days'");
    awaitPosted(2);
    awaitQuiet();
    assertThat(stage.text("SELECT reason FROM delivery ORDER BY id DESC LIMIT 1"))
        .isEqualTo("repeat");
    assertThat(slack.requests()).hasSize(2);
  }

  @Test
  void nobodyIsRemindedOfWhatSomebodyTookOnUntilItGetsWorse() {
    put("version: 0\nroute: {repeatInterval: P28D}").statusCode(200);
    stage.tell(
        ToldChange.published()
            .slice(JULY, Map.of("CN-YN", millions("75", "100"), "CN-HN", millions("70", "100")))
            .newest(JULY));
    awaitPosted(1);
    awaitQuiet();

    // Of two alerts one is taken on: the other is repeated alone
    acknowledge("CN-YN");
    stage.rows("UPDATE notification SET sent_at = now() - interval '29 days'");
    var reminder = awaitPosted(2).get(1);
    awaitQuiet();
    assertThat(fallback(reminder))
        .startsWith("Reminder")
        .contains("Hunan")
        .doesNotContain("Yunnan");
    assertThat(read(reminder)).contains("Left out: an alert that is acknowledged.");

    // Both are: nothing is repeated, and what is read of them finds them
    acknowledge("CN-HN");
    stage.rows("UPDATE notification SET sent_at = now() - interval '29 days'");
    assertThat(transactions.run(Reminders::raise)).isZero();
    when()
        .get("/api/v1/alerts?state=firing,acknowledged")
        .then()
        .body("items.state", contains("acknowledged", "acknowledged"));
    assertThat(read(reminder)).contains("/api/v1/alerts?state=firing,acknowledged");
    assertThat(slack.requests()).hasSize(2);

    // When one gets worse, that is told, and it is repeated again
    stage.tell(
        ToldChange.published()
            .slice(JULY, Map.of("CN-YN", millions("50", "100"), "CN-HN", millions("70", "100")))
            .newest(JULY));
    assertThat(fallback(awaitPosted(3).get(2))).startsWith("Correction").contains("Yunnan");
    awaitQuiet();
    stage.rows("UPDATE notification SET sent_at = now() - interval '29 days'");
    assertThat(fallback(awaitPosted(4).get(3)))
        .startsWith("Reminder")
        .contains("Yunnan")
        .doesNotContain("Hunan");
    awaitQuiet();
    assertThat(slack.requests()).hasSize(4);
  }

  private static void acknowledge(String region) {
    int id =
        when()
            .get("/api/v1/alerts?state=firing&region=" + region)
            .then()
            .extract()
            .path("items[0].id");
    given()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/alerts/" + id + "/acknowledge")
        .then()
        .statusCode(204);
  }

  @Test
  void aParkedMessageIsTriedAgainOnRequest() {
    slack.failNext(1, new SlackFault.Refused(404, "no_service"));
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("10", "100"))).newest(JULY));
    awaitQuiet();
    int id =
        when()
            .get("/api/v1/notifications?state=failed&kind=alerts&channel=default")
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("items[0].id");
    given().post("/api/v1/notifications/" + id + "/retry").then().statusCode(200);
    awaitPosted(1);
    awaitQuiet();
    when()
        .get("/api/v1/notifications/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("sent"))
        .body("deliveries.outcome", contains("refused", "delivered"))
        .body("deliveries.reason", contains("first", "first"))
        .body("deliveries[0].detail", containsString("no_service"));
    given().post("/api/v1/notifications/" + id + "/retry").then().statusCode(409);
    given().post("/api/v1/notifications/999999/retry").then().statusCode(404);
    when().get("/api/v1/notifications/999999").then().statusCode(404);
  }

  private static ValidatableResponse put(String yaml) {
    return given()
        .contentType("application/yaml")
        .body(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .put("/api/v1/routing")
        .then();
  }

  private static ValidatableResponse test(String json) {
    return given().contentType("application/json").body(json).post("/api/v1/routing/test").then();
  }
}
