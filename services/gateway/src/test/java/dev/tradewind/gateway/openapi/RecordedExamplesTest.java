package dev.tradewind.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedExamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path recordings;

  private static ObjectNode document() throws IOException {
    return (ObjectNode)
        JSON.readTree(
            """
            {"paths": {"/api/v1/things": {"get": {"operationId": "getThings", "responses": {
              "200": {"content": {"application/json": {"schema": {}}}}}}}}}
            """);
  }

  @Test
  void what_was_recorded_stands_with_its_request() throws IOException {
    Files.writeString(
        recordings.resolve("getThings.json"),
        "{\"request\": \"/api/v1/things?a=1\", \"answer\": {\"items\": [1]}}");
    ObjectNode document = document();

    RecordedExamples.addTo(document, recordings, JSON);

    String at =
        "/paths/~1api~1v1~1things/get/responses/200/content/application~1json/examples/recorded";
    assertThat(document.at(at + "/summary").asText()).isEqualTo("GET /api/v1/things?a=1");
    assertThat(document.at(at + "/value/items/0").asInt()).isEqualTo(1);
  }

  @Test
  void a_recording_of_nothing_fails_the_build() throws IOException {
    Files.writeString(recordings.resolve("getNothing.json"), "{}");

    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> RecordedExamples.addTo(document(), recordings, JSON))
        .withMessageContaining("getNothing");
  }
}
