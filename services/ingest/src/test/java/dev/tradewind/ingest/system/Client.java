package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Talks to ingest as a client does. */
final class Client {
  static final String SUBMISSIONS = "/api/v1/submissions";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Client() {}

  static Response send(byte[] file, String... queryPairs) {
    RequestSpecification request = given().contentType("application/octet-stream").body(file);
    for (int i = 0; i < queryPairs.length; i += 2) {
      request.queryParam(queryPairs[i], queryPairs[i + 1]);
    }
    return request.post(SUBMISSIONS);
  }

  static UUID accepted(byte[] file, String... queryPairs) {
    Response response = send(file, queryPairs);
    response.then().statusCode(202);
    return UUID.fromString(response.jsonPath().getString("id"));
  }

  static JsonPath get(UUID id) {
    return given().get(SUBMISSIONS + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** Waits until the submission is in that state. */
  static JsonPath awaitState(UUID id, String state) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> get(id), submission -> state.equals(submission.getString("state")));
  }

  static List<String> problemCodes(UUID id) {
    return given()
        .get(SUBMISSIONS + "/" + id + "/problems")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.code");
  }
}
