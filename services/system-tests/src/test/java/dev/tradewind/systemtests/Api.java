package dev.tradewind.systemtests;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradewind.client.ApiClient;
import dev.tradewind.client.ApiException;
import dev.tradewind.client.api.SubmissionsApi;
import dev.tradewind.client.model.Submission;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The REST API behind the gateway. */
final class Api {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Set<String> FINAL = Set.of("applied", "rejected", "withdrawn", "stuck");

  private final URI gateway;
  private final ApiClient client = new ApiClient();

  Api(URI gateway) {
    this.gateway = gateway;
    client.updateBaseUri(gateway.toString());
    client.setObjectMapper(
        client.getObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
  }

  URI gateway() {
    return gateway;
  }

  /** Posts one file as the body, whatever it is. */
  Response post(Upload file, Map<String, String> options) {
    return request()
        .queryParams(options)
        .queryParam("name", file.name())
        .contentType("application/octet-stream")
        .body(file.bytes())
        .post("/submissions");
  }

  /** Posts files as one submission. */
  Response post(List<Upload> files, Map<String, String> options) {
    RequestSpecification request = request().queryParams(options);
    for (Upload file : files) {
      request.multiPart("file", file.name(), file.bytes(), "application/octet-stream");
    }
    return request.post("/submissions");
  }

  /** Submits files; returns the submission's id. */
  String submit(List<Upload> files, Map<String, String> options) {
    Response response = post(files, options);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
    return requireNonNull(tree(response).path("id").textValue());
  }

  /** Through the generated client, which refuses what the document does not name. */
  JsonNode submission(String id) {
    try {
      Submission found = new SubmissionsApi(client).getSubmission(UUID.fromString(id));
      return client.getObjectMapper().valueToTree(found);
    } catch (ApiException e) {
      throw new AssertionError("submission " + id, e);
    }
  }

  /** What anybody would generate from the document. */
  ApiClient client() {
    return client;
  }

  /** Waits until a submission is decided; returns it. */
  JsonNode settled(String id) {
    return Awaitility.await("submission " + id + " is decided")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> submission(id), found -> FINAL.contains(found.path("state").asText()));
  }

  void awaitApplied(String id) {
    JsonNode settled = settled(id);
    assertThat(settled.path("state").asText()).as(settled.toPrettyString()).isEqualTo("applied");
  }

  /** Waits for a state on the way. */
  JsonNode await(String id, Predicate<JsonNode> wanted) {
    return Awaitility.await("submission " + id)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> submission(id), wanted);
  }

  Indicators indicators(Map<String, String> query) {
    return new Indicators(get("/indicators", query));
  }

  /** All pages of a list. */
  List<JsonNode> list(String path, Map<String, String> query) {
    List<JsonNode> items = new ArrayList<>();
    @Nullable String next = null;
    do {
      Map<String, String> page = new java.util.TreeMap<>(query);
      if (next != null) {
        page.put("cursor", next);
      }
      JsonNode answer = get(path, page);
      answer.path("items").forEach(items::add);
      next = answer.path("next").textValue();
    } while (next != null);
    return items;
  }

  JsonNode get(String path, Map<String, String> query) {
    Response response = request().queryParams(query).get(path);
    assertThat(response.statusCode()).as("%s: %s", path, response.asString()).isEqualTo(200);
    return tree(response);
  }

  /** Replaces something by that JSON. */
  JsonNode put(String path, String json) {
    return answered(path, request().contentType("application/json").body(json).put(path));
  }

  /** Makes something of that JSON. */
  JsonNode post(String path, String json) {
    return answered(path, request().contentType("application/json").body(json).post(path));
  }

  private static JsonNode answered(String path, Response response) {
    assertThat(response.statusCode()).as("%s: %s", path, response.asString()).isBetween(200, 201);
    return tree(response);
  }

  static JsonNode tree(Response response) {
    try {
      return JSON.readTree(response.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + response.asString(), e);
    }
  }

  private RequestSpecification request() {
    return given()
        .baseUri(gateway.toString())
        .basePath("/api/v1")
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .accept("application/json, application/problem+json");
  }
}
