package dev.tradewind.alerts.api;

import static dev.tradewind.alerts.Samples.millions;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts taken on, and found again. */
@QuarkusTest
@TestProfile(AlertsProfile.class)
class AcknowledgeTest extends AlertsTest {
  @Test
  void whoTakesAnAlertOnIsShownAndAskedAgainWhenItGetsWorse() {
    drop("75");
    int id = when().get("/api/v1/alerts").then().extract().path("items[0].id");

    acknowledge(id, "{\"comment\":\"The port was closed\"}").statusCode(204);

    alert(id)
        .body("state", equalTo("acknowledged"))
        .body("acknowledged.comment", equalTo("The port was closed"))
        .body("acknowledged.by", notNullValue())
        .body("acknowledged.at", notNullValue())
        .body("history.step", contains("raised", "acknowledged"))
        .body("history[1].comment", equalTo("The port was closed"))
        .body("history[1].actor", notNullValue());

    // A revision of the same severity changes nothing of that
    drop("70");
    alert(id).body("state", equalTo("acknowledged")).body("history", hasSize(3));

    // A worse one does
    drop("50");
    alert(id)
        .body("state", equalTo("firing"))
        .body("severity", equalTo("critical"))
        .body("acknowledged", nullValue());

    acknowledge(id, "{}").statusCode(204);
    drop("99");
    alert(id).body("state", equalTo("corrected")).body("acknowledged", nullValue());
    acknowledge(id, "{}").statusCode(409).contentType("application/problem+json");
    acknowledge(999_999, "{}").statusCode(404);
    acknowledge(id, "{\"comment\":\"" + "x".repeat(1001) + "\"}").statusCode(400);
  }

  @Test
  void alertsAreFoundByWhatTheyAre() {
    given()
        .contentType("application/json")
        .body(
            """
            {"id":"exposed","name":"Exposed, =1+1","indicator":"exposure","comparison":"at-or-above",
             "warning":0.1,"partner":"USA","window":"ytd","scope":"regions","regions":["CN-GD"],
             "labels":{"team":"trade"}}
            """)
        .post("/api/v1/rules")
        .then()
        .statusCode(201);
    drop("50");

    found("label=team:trade", "CN-GD");
    found("label=team:other");
    found("rule=us-exports-drop", "CN-YN");
    found("partner=USA&sector=all&window=ytd&period=2025-07&severity=critical", "CN-YN");
    found("state=firing,acknowledged", "CN-GD", "CN-YN");
    found("partner=VNM");
    found("period=2025-06");
    found("window=month");

    String csv =
        given()
            .accept("text/csv")
            .get("/api/v1/alerts?rule=exposed")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv.lines()).hasSize(2);
    assertThat(csv).startsWith("id,rule,ruleName,").contains("exposed,\"Exposed, =1+1\",");
  }

  @ParameterizedTest
  @CsvSource({
    "window=week, window",
    "period=soon, period",
    "label=team, label",
    "'state=firing,burning', state"
  })
  void whatIsNotValidIsNamed(String query, String parameter) {
    when()
        .get("/api/v1/alerts?" + query)
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo(parameter));
  }

  private void drop(String value) {
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions(value, "100"))).newest(JULY));
  }

  private static ValidatableResponse alert(int id) {
    return when().get("/api/v1/alerts/" + id).then().statusCode(200);
  }

  private static ValidatableResponse acknowledge(int id, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/alerts/" + id + "/acknowledge")
        .then();
  }

  private static void found(String query, String... regions) {
    assertThat(
            when()
                .get("/api/v1/alerts?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.region", String.class))
        .containsExactlyInAnyOrder(regions);
  }
}
