package dev.tradewind.systemtests;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of answers in the merged document are what the system answers. They are recorded by
 * {@code -Dtradewind.record-examples=true}, and must have the fields and types of today's answers.
 */
@ExtendWith(ModelledSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {
  private static final Path RECORDINGS =
      Path.of("..", "gateway", "src", "main", "openapi", "examples");

  /** More of a list says no more. */
  private static final int ITEMS = 2;

  private static final Map<String, String> REQUESTS =
      new TreeMap<>(
          Map.of(
              "getIndicators",
              "/api/v1/indicators?partner=USA&period=2025-07&window=ytd",
              "getRankings",
              "/api/v1/rankings?partner=USA&period=2025-07&window=ytd",
              "getExports",
              "/api/v1/exports?by=region,period&partner=USA&from=2025-06&to=2025-07&limit=2",
              "getDiversification",
              "/api/v1/diversification?partner=USA&period=2025-07&region=CN-FJ&sector=furniture",
              "getShifts",
              "/api/v1/shifts?partner=IND&period=2025-07&limit=2",
              "getCoverage",
              "/api/v1/coverage?region=CN-GD&partner=USA&sector=furniture",
              "getRegions",
              "/api/v1/regions",
              "listSubmissions",
              "/api/v1/submissions?limit=1"));

  private final RunningSystem system;
  private final JsonNode document;

  ExamplesIT(RunningSystem system) throws IOException {
    this.system = system;
    this.document = new JsonMapper().readTree(ask("/openapi").asString());
  }

  private Response ask(String request) {
    return given()
        .baseUri(system.api().gateway().toString())
        .urlEncodingEnabled(false)
        .accept("application/json")
        .get(request);
  }

  static List<String> recorded() {
    return List.copyOf(REQUESTS.keySet());
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void anExampleHasTheShapeOfTheAnswer(String operation) {
    assumeTrue(System.getProperty("tradewind.record-examples") == null, "being recorded");
    JsonNode example = example(operation);
    String request = example.path("summary").asText().replaceFirst("^GET ", "");

    Response answer = ask(request);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    List<String> differences = new ArrayList<>();
    compare("", example.path("value"), shortened(Api.tree(answer)), differences);
    assertThat(differences).isEmpty();
  }

  @Test
  void recordsThem() throws IOException {
    assumeTrue(System.getProperty("tradewind.record-examples") != null, "nobody wants that now");
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    for (Map.Entry<String, String> wanted : REQUESTS.entrySet()) {
      Response answer = ask(wanted.getValue());
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
      ObjectNode recording = json.createObjectNode().put("request", wanted.getValue());
      recording.set("answer", shortened(Api.tree(answer)));
      Files.writeString(
          RECORDINGS.resolve(wanted.getKey() + ".json"),
          json.writeValueAsString(recording) + "\n",
          UTF_8);
    }
  }

  private JsonNode example(String operation) {
    for (JsonNode path : document.path("paths")) {
      for (JsonNode method : path) {
        if (method.path("operationId").asText().equals(operation)) {
          JsonNode example =
              method.at("/responses/200/content/application~1json/examples/recorded");
          assertThat(example.isObject()).as(operation + " has an example").isTrue();
          return example;
        }
      }
    }
    throw new AssertionError("no operation " + operation);
  }

  private static JsonNode shortened(JsonNode answer) {
    if (answer instanceof ArrayNode items) {
      while (items.size() > ITEMS) {
        items.remove(items.size() - 1);
      }
    }
    answer.forEach(ExamplesIT::shortened);
    return answer;
  }

  private static void compare(String at, JsonNode one, JsonNode other, List<String> differences) {
    if (one.isNull() || other.isNull()) {
      return;
    }
    if (one.getNodeType() != other.getNodeType()) {
      differences.add(at + ": " + one.getNodeType() + " in the example, " + other.getNodeType());
    } else if (one.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (!one.has(name) || !other.has(name)) {
          differences.add(at + "/" + name + (one.has(name) ? " is gone" : " is new"));
        } else {
          compare(at + "/" + name, one.path(name), other.path(name), differences);
        }
      }
    } else if (one.isArray()) {
      for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
        compare(at + "/" + i, one.path(i), other.path(i), differences);
      }
    }
  }
}
