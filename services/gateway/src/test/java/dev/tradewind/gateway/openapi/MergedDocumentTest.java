package dev.tradewind.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document as it was built, read by others. */
class MergedDocumentTest {
  private static final String DOCUMENT = "/" + MergeDocuments.RESOURCE + ".json";
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  private final JsonNode document = read(DOCUMENT);

  @Test
  void it_is_valid_by_the_schema_of_the_openapi_initiative() {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(read("/openapi/oas-3.1.schema.json"));

    assertThat(schema.validate(document)).isEmpty();
    // The schema can say no.
    ObjectNode broken = document.deepCopy();
    broken.remove("info");
    assertThat(schema.validate(broken)).isNotEmpty();
  }

  @Test
  void another_reader_of_openapi_understands_it_without_complaint() {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);

    var result = new OpenAPIV3Parser().readContents(document.toString(), null, options);

    assertThat(result.getMessages()).isNullOrEmpty();
    assertThat(result.getOpenAPI().getPaths()).hasSameSizeAs(document.path("paths"));
  }

  @Test
  void every_reference_in_it_leads_somewhere() {
    List<String> dangling = new ArrayList<>();
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.asText();
      if (!pointer.startsWith("#") || document.at(pointer.substring(1)).isMissingNode()) {
        dangling.add(pointer);
      }
    }
    assertThat(dangling).isEmpty();
  }

  @Test
  void every_operation_has_a_name_for_clients_generated_from_it() {
    List<String> nameless = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())
                              && method.getValue().path("operationId").asText().isEmpty()) {
                            nameless.add(method.getKey() + " " + path.getKey());
                          }
                        }));
    assertThat(nameless).isEmpty();
  }

  private static JsonNode read(String resource) {
    try (InputStream in = MergedDocumentTest.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
