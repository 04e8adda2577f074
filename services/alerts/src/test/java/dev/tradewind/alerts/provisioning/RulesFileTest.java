package dev.tradewind.alerts.provisioning;

import static dev.tradewind.alerts.Samples.millions;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules from a mounted file. */
@QuarkusTest
@TestProfile(RulesFileTest.Profile.class)
class RulesFileTest extends AlertsTest {
  @Inject RulesFile rules;

  private static final String FILE = "target/provisioned-rules/rules.yaml";

  /** With a file that is looked at often. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> config = new HashMap<>(new AlertsProfile().getConfigOverrides());
      config.put("tradewind.alerts.rules.file", FILE);
      config.put("tradewind.alerts.rules.poll-interval", "1s");
      write("rules: []");
      return config;
    }
  }

  @Test
  void theRulesAreThoseOfTheFile() {
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("85", "100"))).newest(JULY));

    // A rule of the file is judged at once and cannot be written over the API
    write(file("-0.1"));
    awaitRule("from-file", "-0.1");
    when()
        .get("/api/v1/rules/from-file")
        .then()
        .body("provisioned", is(true))
        .body("updatedBy", equalTo("rules file"));
    when()
        .get("/api/v1/alerts?rule=from-file")
        .then()
        .body("items.region", contains("CN-YN"))
        .body("items[0].state", equalTo("firing"));
    String read = when().get("/api/v1/rules/from-file").then().extract().asString();
    given()
        .contentType("application/json")
        .body(read.replace("-0.1", "-0.2"))
        .put("/api/v1/rules/from-file")
        .then()
        .statusCode(409)
        .body("type", containsString("rule-provisioned"));
    when().delete("/api/v1/rules/from-file").then().statusCode(409);
    String imported =
        given().accept("application/yaml").get("/api/v1/rules").then().extract().asString();
    given()
        .contentType("application/json")
        .body("{\"rules\":[" + read + "]}")
        .post("/api/v1/rules/import")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("rules[0].id"));
    assertThat(imported).contains("id: from-file");

    // A file with an error changes nothing, and says so
    write(file("-0.3").replace("indicator: yoy", "indicator: growth"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(problem()).contains("rules[0].indicator"));
    awaitRule("from-file", "-0.1");

    // Put right, it corrects
    write(file("-0.3"));
    awaitRule("from-file", "-0.3");
    await().untilAsserted(() -> assertThat(problem()).isEmpty());
    when().get("/api/v1/alerts?rule=from-file").then().body("items.state", contains("corrected"));

    // What the file no longer has is gone; what was written over the API stays
    write("rules: []");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> when().get("/api/v1/rules/from-file").statusCode() == 404);
    when().get("/api/v1/rules/us-exports-drop").then().statusCode(200);
  }

  @Test
  void aRuleForAChannelThatIsStillToBeMadeWaitsForIt() {
    // Given a file that was mounted before the channel it names was made
    write(file("-0.2") + "  receivers: [desk]\n");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(problem())
                    .isEqualTo(
                        "rules[0].receivers[0]: there is no channel 'desk'; use one of default."));
    when().get("/api/v1/rules/from-file").then().statusCode(404);
    // When
    given()
        .contentType("application/json")
        .body(
            Map.of(
                "name", "desk", "kind", "email", "recipients", List.of("desk@tradewind.example")))
        .post("/api/v1/channels")
        .then()
        .statusCode(201);
    // Then
    awaitRule("from-file", "-0.2");
    await().untilAsserted(() -> assertThat(problem()).isEmpty());
    // And it is there as long as the file names it
    when().delete("/api/v1/channels/desk").then().statusCode(409);
    write("rules: []");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> when().delete("/api/v1/channels/desk").statusCode() == 204);
  }

  private static String file(String warning) {
    return """
        rules:
        - id: from-file
          name: From the file
          indicator: yoy
          partner: USA
          window: ytd
          warning: %s
        """
        .formatted(warning);
  }

  private static void awaitRule(String id, String warning) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                when()
                    .get("/api/v1/rules/" + id)
                    .then()
                    .statusCode(200)
                    .body("warning.toString()", equalTo(warning)));
  }

  private String problem() {
    return rules.problem();
  }

  /** In one step, as a mounted ConfigMap changes. */
  private static void write(String text) {
    try {
      Path file = Path.of(FILE);
      Files.createDirectories(file.getParent());
      Path next = Files.createTempFile(file.getParent(), "rules", ".tmp");
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
