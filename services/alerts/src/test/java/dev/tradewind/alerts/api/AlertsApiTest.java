package dev.tradewind.alerts.api;

import static dev.tradewind.alerts.Samples.millions;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AlertsProfile.class)
class AlertsApiTest extends AlertsTest {

  @Test
  void theDefaultRuleIsThere() {
    when()
        .get("/api/v1/rules")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo("us-exports-drop"))
        .body("items[0].indicator", equalTo("yoy"))
        .body("items[0].scope", equalTo("provinces"))
        .body("items[0].partner", equalTo("USA"))
        .body("items[0].sector", equalTo("all"))
        .body("items[0].window", equalTo("ytd"))
        .body("items[0].warning.toString()", equalTo("-0.2"))
        .body("items[0].critical.toString()", equalTo("-0.4"))
        .body("items[0].minBase", equalTo("10000000"))
        .body("items[0].newYearGuard", is(true))
        .body("items[0].newestPeriodOnly", is(true))
        .body("next", nullValue());
    when().get("/api/v1/rules/us-exports-drop").then().statusCode(200);
    when().get("/api/v1/rules/no-such").then().statusCode(404);
  }

  @Test
  void anAlertShowsItsFiguresAndItsHistory() {
    ToldChange first =
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("48", "100"))).newest(JULY);
    stage.tell(first);
    ToldChange revision =
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("69", "100"))).newest(JULY);
    stage.tell(revision);

    int id =
        when()
            .get("/api/v1/alerts?state=firing")
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .body("items[0].rule", equalTo("us-exports-drop"))
            .body("items[0].ruleName", equalTo("Sharp drop of exports to the United States"))
            .body("items[0].severity", equalTo("warning"))
            .body("items[0].state", equalTo("firing"))
            .body("items[0].region", equalTo("CN-YN"))
            .body("items[0].regionName", equalTo("Yunnan"))
            .body("items[0].partner", equalTo("USA"))
            .body("items[0].window", equalTo("ytd"))
            .body("items[0].currency", equalTo("USD"))
            .body("items[0].period", equalTo("2025-07"))
            .body("items[0].value", equalTo("69000000"))
            .body("items[0].baseValue", equalTo("100000000"))
            .body("items[0].yoy.toString()", equalTo("-0.31"))
            .body("items[0].since", notNullValue())
            .body("items[0].history", hasSize(2))
            .body("items[0].history[0].step", equalTo("raised"))
            .body("items[0].history[0].was", nullValue())
            .body("items[0].history[0].submission", equalTo(first.submission().toString()))
            .body("items[0].history[1].step", equalTo("corrected"))
            .body("items[0].history[1].was.yoy.toString()", equalTo("-0.52"))
            .body("items[0].history[1].now.yoy.toString()", equalTo("-0.31"))
            .body("items[0].history[1].submission", equalTo(revision.submission().toString()))
            .body("next", nullValue())
            .extract()
            .path("items[0].id");
    when().get("/api/v1/alerts/" + id).then().statusCode(200).body("id", equalTo(id));
  }

  @Test
  void alertsAreFilteredAndReadInParts() {
    stage.tell(
        ToldChange.published()
            .slice(
                JULY,
                Map.of(
                    "CN-YN", millions("10", "100"),
                    "CN-HN", millions("70", "100"),
                    "CN-CQ", millions("70", "100")))
            .newest(JULY));
    assertThat(regions("?severity=critical")).containsExactly("CN-YN");
    assertThat(regions("?region=CN-HN&state=firing")).containsExactly("CN-HN");
    assertThat(regions("?state=resolved")).isEmpty();

    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      var part =
          given()
              .queryParam("limit", 2)
              .queryParams(next.isEmpty() ? Map.of() : Map.of("cursor", next))
              .get("/api/v1/alerts")
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(part.path("items.region"));
      next = part.path("next");
    }
    assertThat(seen).containsExactlyInAnyOrder("CN-YN", "CN-HN", "CN-CQ");
  }

  @ParameterizedTest
  @CsvSource({
    "alerts?state=burning, state",
    "alerts?region=CN-XX, region",
    "alerts?severity=mild, severity",
    "alerts?limit=0, limit",
    "alerts?limit=1000, limit",
    "alerts?cursor=!!, cursor",
    "notifications?state=lost, state",
    "notifications?cursor=x, cursor"
  })
  void whatIsNotValidIsNamed(String query, String parameter) {
    when()
        .get("/api/v1/" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].parameter", equalTo(parameter));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts/999999", "rules/none"})
  void whatDoesNotExistIsAProblem(String path) {
    when().get("/api/v1/" + path).then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void aNotificationShowsWhatWasSent() {
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("48", "100"))).newest(JULY));
    awaitPosted(1);
    awaitQuiet();
    when()
        .get("/api/v1/notifications?state=sent")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].channel", equalTo("default"))
        .body("items[0].group", equalTo("2025-07|USA|all|ytd|USD"))
        .body("items[0].period", equalTo("2025-07"))
        .body("items[0].state", equalTo("sent"))
        .body("items[0].desiredVersion", equalTo(1))
        .body("items[0].sentVersion", equalTo(1))
        .body("items[0].attempts", equalTo(0))
        .body("items[0].lastError", nullValue())
        .body("items[0].sentAt", notNullValue())
        .body("items[0].payload.text", containsString("Yunnan"))
        .body("items[0].payload.blocks[0].type", equalTo("header"));
  }

  @Test
  void aChannelShowsNoSecret() {
    when()
        .get("/api/v1/channels")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].name", equalTo("default"))
        .body("items[0].kind", equalTo("slack-webhook"))
        .body("items[0].host", equalTo("127.0.0.1"))
        .body("items[0].state", equalTo("active"))
        .body(not(containsString(slack.webhookUrl().getPath())));
  }

  private static List<String> regions(String query) {
    return when()
        .get("/api/v1/alerts" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items.region");
  }
}
