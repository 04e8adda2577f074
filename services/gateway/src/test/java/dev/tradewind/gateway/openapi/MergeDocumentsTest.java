package dev.tradewind.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeDocumentsTest {
  @TempDir Path directory;

  @Test
  void the_document_is_written_as_json_and_as_yaml() throws IOException {
    for (String service : new String[] {"ingest", "metrics", "alerts"}) {
      write(service, "{\"openapi\":\"3.1.0\",\"paths\":{}}");
    }
    Path own = directory.resolve("gateway/src/main/openapi/gateway.json");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "{\"openapi\":\"3.1.0\",\"paths\":{},\"components\":{\"schemas\":{}}}");

    MergeDocuments.main(arguments());

    assertThat(directory.resolve("out/META-INF/tradewind/openapi.json"))
        .content()
        .contains("\"title\" : \"Tradewind\"");
    assertThat(directory.resolve("out/META-INF/tradewind/openapi.yaml"))
        .content()
        .contains("title: \"Tradewind\"");
  }

  @Test
  void a_document_that_is_not_there_yet_is_named_with_the_command_that_builds_it()
      throws IOException {
    write("ingest", "{\"openapi\":\"3.1.0\",\"paths\":{}}");

    assertThatThrownBy(() -> MergeDocuments.main(arguments()))
        .hasMessageContaining("the OpenAPI document of metrics is not there yet")
        .hasMessageContaining("mvn package -pl services/gateway -am -DskipTests");
  }

  @Test
  void a_document_that_cannot_be_read_is_named() throws IOException {
    write("ingest", "{\"openapi\":");

    assertThatThrownBy(() -> MergeDocuments.main(arguments()))
        .hasMessageContaining("ingest/target/openapi/openapi.json is not JSON");
  }

  private String[] arguments() {
    return new String[] {directory.toString(), directory.resolve("out").toString(), "1"};
  }

  private void write(String service, String json) throws IOException {
    Path file = directory.resolve(service).resolve("target/openapi/openapi.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, json);
  }
}
