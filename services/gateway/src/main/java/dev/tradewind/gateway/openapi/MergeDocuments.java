package dev.tradewind.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradewind.gateway.route.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The build step that merges the services' documents, run by Maven before the application is
 * assembled. Arguments: the directory of the services' modules, the output directory, the version.
 */
final class MergeDocuments {
  /** Where the document lies among the application's resources, without its extension. */
  static final String RESOURCE = "META-INF/tradewind/openapi";

  private MergeDocuments() {}

  /** Writes the merged document as JSON and YAML, or fails the build. */
  public static void main(String[] arguments) throws IOException {
    Path services = Path.of(arguments[0]);
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    List<ServiceDocument> documents = new ArrayList<>();
    for (Service service : Service.values()) {
      documents.add(new ServiceDocument(service, read(json, services, service)));
    }
    ObjectNode merged = DocumentMerge.merge(documents, arguments[2]);
    OwnOperations.addTo(merged, own(json, services));
    RecordedExamples.addTo(merged, services.resolve(RecordedExamples.DIRECTORY).normalize(), json);
    NullableFields.allow(merged);
    Path output = Path.of(arguments[1]).resolve(RESOURCE);
    Files.createDirectories(output.getParent());
    Files.write(output.resolveSibling("openapi.json"), json.writeValueAsBytes(merged));
    Files.write(output.resolveSibling("openapi.yaml"), new YAMLMapper().writeValueAsBytes(merged));
  }

  /**
   * The gateway's own document is written after this step, so a copy of it is kept in the sources.
   */
  private static JsonNode own(ObjectMapper json, Path services) throws IOException {
    return json.readTree(services.resolve(OwnOperations.FILE).normalize().toFile());
  }

  private static ObjectNode read(ObjectMapper json, Path services, Service service)
      throws IOException {
    Path file = services.resolve(service.id()).resolve("target/openapi/openapi.json").normalize();
    if (!Files.isRegularFile(file)) {
      throw new DocumentException(
          "the OpenAPI document of "
              + service.id()
              + " is not there yet ("
              + file
              + "). It is written when that service is packaged; run, in the project's root:"
              + " mvn package -pl services/gateway -am -DskipTests");
    }
    try {
      JsonNode document = json.readTree(file.toFile());
      if (document instanceof ObjectNode object) {
        return object;
      }
      throw new DocumentException(file + " holds no JSON object");
    } catch (JsonProcessingException e) {
      throw new DocumentException(file + " is not JSON: " + e.getOriginalMessage());
    }
  }
}
