package dev.tradewind.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.gateway.route.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentMergeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ServiceDocument INGEST =
      document(
          Service.INGEST,
          """
          {"openapi":"3.1.0","info":{"title":"ingest","version":"1"},
           "servers":[{"url":"http://localhost:8081"}],
           "tags":[{"name":"Submissions"}],
           "paths":{"/api/v1/submissions/{id}":{"get":{"operationId":"submission"}}},
           "components":{"schemas":{"Problem":{"type":"object","properties":{"title":{"type":"string"}}},
                                    "Submission":{"type":"object"}}}}
          """);

  @Test
  void the_merged_document_has_the_paths_and_schemas_of_all_and_one_address() throws Exception {
    // Given two services that share a schema, written in another order
    ServiceDocument metrics =
        document(
            Service.METRICS,
            """
            {"openapi":"3.1.0","info":{"title":"metrics","version":"1"},
             "servers":[{"url":"http://localhost:8082"}],
             "paths":{"/api/v1/exports":{"get":{"operationId":"exports"}}},
             "components":{"schemas":{"Problem":{"properties":{"title":{"type":"string"}},"type":"object"},
                                      "Export":{"type":"object"}}}}
            """);

    // When they are merged
    ObjectNode merged = DocumentMerge.merge(List.of(INGEST, metrics), "1.2.3");

    // Then there is one of everything
    assertThat(merged)
        .isEqualTo(
            JSON.readTree(
                """
                {"openapi":"3.1.0",
                 "info":{"title":"Tradewind","version":"1.2.3",
                         "description":"%s"},
                 "servers":[{"url":"/"}],
                 "tags":[{"name":"Submissions"}],
                 "paths":{"/api/v1/exports":{"get":{"operationId":"exports"}},
                          "/api/v1/submissions/{id}":{"get":{"operationId":"submission"}}},
                 "components":{"schemas":{
                   "Export":{"type":"object"},
                   "Problem":{"type":"object","properties":{"title":{"type":"string"}}},
                   "Submission":{"type":"object"}}}}
                """
                    .formatted(merged.at("/info/description").asText())));
  }

  @Test
  void a_schema_that_differs_is_a_collision_that_names_the_schema_the_services_and_the_place() {
    ServiceDocument metrics =
        document(
            Service.METRICS,
            """
            {"openapi":"3.1.0","components":{"schemas":{
              "Problem":{"type":"object","properties":{"title":{"type":"integer"}}}}}}
            """);

    assertThatThrownBy(() -> DocumentMerge.merge(List.of(INGEST, metrics), "1"))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining(
            "schema 'Problem' differs between ingest and metrics"
                + " at /properties/title/type (\"string\", \"integer\")");
  }

  @Test
  void a_path_owned_twice_is_a_collision_even_when_it_is_described_alike() {
    ServiceDocument metrics =
        document(
            Service.METRICS,
            """
            {"openapi":"3.1.0","paths":{"/api/v1/submissions/{id}":{"get":{"operationId":"submission"}}}}
            """);

    assertThatThrownBy(() -> DocumentMerge.merge(List.of(INGEST, metrics), "1"))
        .hasMessageContaining(
            "path '/api/v1/submissions/{id}' is owned twice, by ingest and metrics");
  }

  @Test
  void a_path_that_the_gateway_does_not_forward_to_its_service_is_refused() {
    ServiceDocument alerts =
        document(
            Service.ALERTS,
            """
            {"openapi":"3.1.0","paths":{"/internal/state":{"get":{}},"/api/v1/exports":{"get":{}}}}
            """);

    assertThatThrownBy(() -> DocumentMerge.merge(List.of(alerts), "1"))
        .hasMessageContaining("path '/internal/state' of alerts is not forwarded to it")
        .hasMessageContaining("path '/api/v1/exports' of alerts is not forwarded to it");
  }

  @Test
  void all_collisions_are_reported_at_once() {
    ServiceDocument metrics =
        document(
            Service.METRICS,
            """
            {"openapi":"3.0.3",
             "security":[{"bearer":[]}],
             "tags":[{"name":"Submissions","description":"others"}],
             "paths":{"/api/v1/exports":{"post":{"operationId":"submission"}}},
             "components":{"schemas":{"Problem":{"type":"string"},"Submission":{"type":"string"}}}}
            """);

    assertThatThrownBy(() -> DocumentMerge.merge(List.of(INGEST, metrics), "1"))
        .hasMessageContaining("metrics has OpenAPI version '3.0.3', not 3.1")
        .hasMessageContaining("operationId 'submission' is owned twice")
        .hasMessageContaining("tag 'Submissions' differs")
        .hasMessageContaining("schema 'Problem' differs")
        .hasMessageContaining("schema 'Submission' differs");
  }

  private static ServiceDocument document(Service service, String json) {
    try {
      return new ServiceDocument(service, (ObjectNode) JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
