package dev.tradewind.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnOperationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void the_kept_copy_is_what_the_resources_say() throws IOException {
    JsonNode kept = JSON.readTree(Path.of("..", OwnOperations.FILE).toFile());
    // Written when the gateway was assembled for this test.
    JsonNode said = JSON.readTree(Path.of("target", "openapi", "openapi.json").toFile());
    assertThat(kept.path("paths"))
        .as("copy paths, schemas and tags of target/openapi/openapi.json")
        .isEqualTo(said.path("paths"));
    kept.path("components")
        .path("schemas")
        .properties()
        .forEach(
            schema ->
                assertThat(schema.getValue())
                    .as(schema.getKey())
                    .isEqualTo(said.at("/components/schemas/" + schema.getKey())));
    assertThat(kept.path("tags")).isEqualTo(said.path("tags"));
  }

  @Test
  void the_same_name_for_two_things_is_a_collision() throws IOException {
    ObjectNode merged =
        (ObjectNode) JSON.readTree("{\"components\":{\"schemas\":{\"Me\":{\"type\":\"string\"}}}}");
    JsonNode own = JSON.readTree("{\"components\":{\"schemas\":{\"Me\":{\"type\":\"object\"}}}}");
    assertThatThrownBy(() -> OwnOperations.addTo(merged, own)).hasMessageContaining("'Me'");
  }
}
