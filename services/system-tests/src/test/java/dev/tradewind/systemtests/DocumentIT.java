package dev.tradewind.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The merged document tells the truth: whatever can be read without knowing an id is asked for,
 * with the document's own examples, and the answer is held to the schema it promises.
 */
@ExtendWith(ModelledSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentIT {
  private final RunningSystem system;
  private final JsonNode document;

  DocumentIT(RunningSystem system) throws IOException {
    this.system = system;
    this.document =
        new JsonMapper()
            .readTree(
                given().baseUri(system.api().gateway().toString()).get("/openapi").asString());
  }

  Stream<String> lists() {
    return document.path("paths").properties().stream()
        .filter(path -> path.getValue().has("get") && !path.getKey().contains("{"))
        .filter(path -> isJson(path.getValue().path("get")))
        .map(Map.Entry::getKey);
  }

  private static boolean isJson(JsonNode operation) {
    return operation.path("responses").path("200").path("content").has("application/json");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void whatIsAnsweredIsWhatIsDocumented(String path) {
    JsonNode operation = document.path("paths").path(path).path("get");

    Response answer = ask(path, examples(operation, true), "application/json");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(schema(operation, "200").validate(Api.tree(answer))).as(answer.asString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void theExamplesOfParametersAreAccepted(String path) {
    JsonNode operation = document.path("paths").path(path).path("get");

    Response answer = ask(path, examples(operation, false), "application/json");

    assertThat(answer.statusCode()).as("%s: %s", path, answer.asString()).isEqualTo(200);
  }

  @Test
  void thereIsSomethingToCheck() {
    assertThat(lists()).contains("/api/v1/indicators", "/api/v1/submissions", "/api/v1/alerts");
  }

  @Test
  void examplesOfAnswersKeepTheirOwnSchema() {
    List<String> wrong = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(method -> check(path.getKey(), method.getValue(), wrong)));
    assertThat(wrong).isEmpty();
  }

  private void check(String path, JsonNode operation, List<String> wrong) {
    for (var response : operation.path("responses").properties()) {
      for (var content : response.getValue().path("content").properties()) {
        List<JsonNode> examples = new ArrayList<>();
        examples.add(content.getValue().path("example"));
        content.getValue().path("examples").forEach(named -> examples.add(named.path("value")));
        for (JsonNode example : examples) {
          if (example.isContainerNode()
              && !schema(operation, response.getKey()).validate(example).isEmpty()) {
            wrong.add(path + " " + response.getKey());
          }
        }
      }
    }
  }

  /** The document's schemas, with that of one answer on top. */
  private JsonSchema schema(JsonNode operation, String status) {
    JsonNode promised =
        operation
            .path("responses")
            .path(status)
            .path("content")
            .path("application/json")
            .path("schema");
    ObjectNode whole = promised.deepCopy();
    whole.set("components", document.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
  }

  private Response ask(String path, Map<String, String> query, String accept) {
    return given()
        .baseUri(system.api().gateway().toString())
        .accept(accept)
        .queryParams(query)
        .get(path);
  }

  private Map<String, String> examples(JsonNode operation, boolean onlyRequired) {
    Map<String, String> query = new TreeMap<>();
    for (JsonNode listed : operation.path("parameters")) {
      JsonNode parameter = resolved(listed);
      JsonNode example = parameter.path("example");
      if (example.isMissingNode()) {
        example = parameter.path("schema").path("examples").path(0);
      }
      boolean wanted = !onlyRequired || parameter.path("required").asBoolean();
      if (wanted && parameter.path("in").asText().equals("query") && example.isValueNode()) {
        query.put(parameter.path("name").asText(), example.asText());
      }
    }
    return query;
  }

  /** Itself, or what it refers to. */
  private JsonNode resolved(JsonNode part) {
    String reference = part.path("$ref").asText();
    return reference.isEmpty() ? part : document.at(reference.substring(1));
  }
}
