package dev.tradewind.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Adds what the running system once answered to the operations that answer so. A file each, named
 * by the operation; the system tests record them, and hold them against what is answered now.
 */
final class RecordedExamples {
  /** Where the recordings lie, below the directory of the services. */
  static final String DIRECTORY = "gateway/src/main/openapi/examples";

  private RecordedExamples() {}

  /**
   * Adds every recording.
   *
   * @throws DocumentException if there is a recording of an operation that is not there
   */
  static void addTo(ObjectNode merged, Path directory, ObjectMapper json) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    Map<String, JsonNode> operations = new HashMap<>();
    for (JsonNode path : merged.path("paths")) {
      for (JsonNode operation : path) {
        operations.put(operation.path("operationId").asText(), operation);
      }
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    for (Path file : files) {
      String id = file.getFileName().toString().replace(".json", "");
      JsonNode content =
          operations
              .getOrDefault(id, MissingNode.getInstance())
              .at("/responses/200/content/application~1json");
      if (!(content instanceof ObjectNode answered)) {
        throw new DocumentException(
            file + " is an answer of '" + id + "', and no such operation answers with JSON");
      }
      JsonNode recording = json.readTree(file.toFile());
      answered
          .putObject("examples")
          .putObject("recorded")
          .put("summary", "GET " + recording.path("request").asText())
          .set("value", recording.path("answer"));
    }
  }
}
