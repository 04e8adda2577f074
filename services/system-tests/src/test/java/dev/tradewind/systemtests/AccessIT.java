package dev.tradewind.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.Settings;
import dev.tradewind.testing.CustomsFile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged system, closed, as an operator finds it after an installation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
  private static final String BOOTSTRAP = "the-bootstrap-secret-of-a-new-installation";

  private final RunningSystem system =
      RunningSystem.start("closed", Settings.defaults().closed(BOOTSTRAP));

  @AfterAll
  void stop() {
    system.close();
  }

  @ParameterizedTest
  @EnumSource
  void aProcessThatIsReachedDirectlyGivesNothingAway(Service service) {
    URI address = system.parts().service(service).url();
    for (String path :
        List.of(
            "/",
            "/q/openapi",
            "/api/v1/submissions",
            "/api/v1/indicators",
            "/api/v1/rules",
            "/api/v1/keys",
            "/nowhere")) {
      assertThat(given().get(address + path).statusCode()).as(path).isEqualTo(401);
      Response keyed = given().header("X-API-Key", BOOTSTRAP).get(address + path);
      assertThat(keyed.statusCode()).as(path + " with the secret").isIn(200, 401, 403, 404);
      if (service != Service.GATEWAY) {
        assertThat(keyed.statusCode()).as(path + " with the secret").isEqualTo(401);
      }
    }
  }

  @Test
  void peopleDoWhatTheirKeysAllowAndTheOperatorSeesIt() {
    String viewer = key("viewer");
    String submitter = key("submitter");
    String operator = key("operator");
    byte[] file = CustomsFile.usd().row("2025-07", "CN-GD", "USA", "39221000", 63_994_478).bytes();

    // A viewer reads and sends nothing; a submitter sends, and what was sent arrives
    assertThat(submit(viewer, file).statusCode()).isEqualTo(403);
    Response sent = submit(submitter, file);
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(202);
    String id = sent.path("id");
    Awaitility.await("applied")
        .atMost(Duration.ofMinutes(2))
        .until(() -> "applied".equals(as(viewer).get("/submissions/" + id).<String>path("state")));
    assertThat(as(viewer).get("/exports?by=region&product=39221000").statusCode()).isEqualTo(200);
    assertThat(as(submitter).get("/audit").statusCode()).isEqualTo(403);

    // And the operator finds both attempts
    List<Map<String, Object>> entries =
        as(operator).get("/audit?path=/api/v1/submissions").path("items");
    assertThat(entries).extracting(entry -> entry.get("status")).contains(202, 403);
    assertThat(as(operator).get("/audit").asString()).doesNotContain(submitter, BOOTSTRAP);
  }

  private Response submit(String key, byte[] file) {
    return as(key)
        .contentType("application/octet-stream")
        .queryParam("name", "file.csv")
        .body(file)
        .post("/submissions");
  }

  private String key(String role) {
    Response made =
        as(BOOTSTRAP)
            .contentType("application/json")
            .body(Map.of("name", role, "role", role))
            .post("/keys");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("key");
  }

  private RequestSpecification as(String key) {
    return given()
        .baseUri(system.parts().url().toString())
        .basePath("/api/v1")
        .header("Authorization", "Bearer " + key);
  }
}
