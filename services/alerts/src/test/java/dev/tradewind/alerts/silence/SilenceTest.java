package dev.tradewind.alerts.silence;

import static dev.tradewind.alerts.Samples.millions;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.embedded.slack.SlackFault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is silenced is not told, and is told when the silence ends if it still fires. */
@QuarkusTest
@TestProfile(AlertsProfile.class)
class SilenceTest extends AlertsTest {
  private static final Figures DOWN_57 = millions("17.867091", "41.5");
  private static final Figures DOWN_30 = millions("70", "100");

  @Test
  void aSilencedProvinceIsLeftOutUntilTheSilenceEnds() {
    // Given
    int silence = silence("region=CN-YN", Instant.now().plusSeconds(3600));
    // When
    stage.tell(
        ToldChange.published()
            .slice(AUGUST, Map.of("CN-YN", DOWN_57, "CN-HN", DOWN_30))
            .newest(AUGUST));
    // Then
    var message = awaitPosted(1).get(0);
    awaitQuiet();
    assertThat(read(message)).contains("Hunan").doesNotContain("Yunnan");
    when()
        .get("/api/v1/notifications")
        .then()
        .body("items", hasSize(1))
        .body("items[0].held.values()", contains("silenced by " + silence));

    // When it ends
    when()
        .delete("/api/v1/silences/" + silence)
        .then()
        .statusCode(200)
        .body("state", equalTo("expired"));
    // Then
    var addition = awaitPosted(2).get(1);
    awaitQuiet();
    assertThat(read(addition)).contains("Yunnan");
    assertThat(reasons()).containsExactly("first delivered", "new-members delivered");
    when().get("/api/v1/silences?state=expired").then().body("items.id", contains(silence));
    when().get("/api/v1/silences?state=active").then().body("items", hasSize(0));
  }

  @Test
  void aSilenceEndsByItself() {
    silence("region=CN-YN", Instant.now().plusSeconds(3));
    stage.tell(firing(DOWN_57));
    assertThat(stage.text("SELECT state FROM notification")).isEqualTo("held");
    assertThat(slack.requests()).isEmpty();
    assertThat(read(awaitPosted(1).get(0))).contains("Yunnan");
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
  }

  @Test
  void whatWasToldStandsWhileItIsSilenced() {
    // Given
    stage.tell(firing(DOWN_57));
    awaitPosted(1);
    int silence = silence("severity=~.+", Instant.now().plusSeconds(3600));
    // When it changes and changes again
    stage.tell(firing(DOWN_30));
    stage.tell(firing(millions("65", "100")));
    // Then nobody hears of it before the end
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
    when().delete("/api/v1/silences/" + silence).then().statusCode(200);
    var correction = awaitPosted(2).get(1);
    awaitQuiet();
    assertThat(fallback(correction)).contains("Yunnan was −56.9 %, now −35.0 %");
    assertThat(slack.requests()).hasSize(2);
  }

  @Test
  void whatCameAndWentWhileItWasSilencedIsNeverTold() {
    int silence = silence("region=CN-YN", Instant.now().plusSeconds(3600));
    stage.tell(firing(DOWN_57));
    stage.tell(firing(millions("100", "100")));
    when().delete("/api/v1/silences/" + silence).then().statusCode(200);
    awaitQuiet();
    assertThat(slack.requests()).isEmpty();
  }

  @Test
  void whatWaitsForSlackIsSilencedAsWell() {
    slack.failAlways(new SlackFault.Refused(503, ""));
    stage.tell(firing(DOWN_57));
    int silence = silence("region=CN-YN", Instant.now().plusSeconds(3600));
    slack.heal();
    awaitQuiet();
    assertThat(slack.posted()).isEmpty();
    when().delete("/api/v1/silences/" + silence).then().statusCode(200);
    awaitPosted(1);
  }

  @Test
  void aSilenceIsChangedAndShown() {
    int id = silence("region=CN-YN", Instant.now().plusSeconds(3600));
    given()
        .contentType("application/json")
        .body(
            """
            {"matchers": ["region=CN-GD"], "startsAt": "2035-01-01T00:00:00Z", "endsAt": "2035-02-01T00:00:00Z",
             "comment": "later", "author": "jane"}
            """)
        .put("/api/v1/silences/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("pending"))
        .body("matchers", contains("region=\"CN-GD\""))
        .body("author", equalTo("jane"));
    when().get("/api/v1/silences/" + id).then().statusCode(200).body("comment", equalTo("later"));
    when().delete("/api/v1/silences/" + id).then().statusCode(200);
    given()
        .contentType("application/json")
        .body("{\"matchers\": [\"a=b\"], \"endsAt\": \"2035-02-01T00:00:00Z\", \"comment\": \"x\"}")
        .put("/api/v1/silences/" + id)
        .then()
        .statusCode(409);
    when().get("/api/v1/silences/999999").then().statusCode(404);
  }

  @Test
  void everythingThatIsWrongIsNamed() {
    given()
        .contentType("application/json")
        .body("{\"matchers\": [\"region\", \"a=~(\"], \"endsAt\": \"2020-01-01T00:00:00Z\"}")
        .post("/api/v1/silences")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.parameter", hasItems("matchers[0]", "matchers[1]", "endsAt", "comment"));
    given()
        .contentType("application/json")
        .body(
            "{\"matchers\": [\"region!=CN-YN\"], \"endsAt\": \"2035-01-01T00:00:00Z\","
                + " \"comment\": \"x\"}")
        .post("/api/v1/silences")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("matchers"));
  }

  private List<String> reasons() {
    return stage.rows("SELECT reason || ' ' || outcome FROM delivery ORDER BY id").stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static int silence(String matcher, Instant until) {
    return given()
        .contentType("application/json")
        .body(
            Map.of(
                "matchers", List.of(matcher),
                "endsAt", until.toString(),
                "comment", "known"))
        .post("/api/v1/silences")
        .then()
        .statusCode(201)
        .body("state", equalTo("active"))
        .extract()
        .path("id");
  }

  private static ToldChange firing(Figures figures) {
    return ToldChange.published().slice(AUGUST, Map.of("CN-YN", figures)).newest(AUGUST);
  }
}
