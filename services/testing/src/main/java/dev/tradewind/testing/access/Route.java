package dev.tradewind.testing.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An operation of a service, as its OpenAPI document has it.
 *
 * @param method in capitals
 * @param path with something harmless in place of its parameters
 * @param role the one it needs; empty if the document names none
 * @param takes the media type of its body; empty if it takes none
 */
public record Route(String method, String path, String role, String takes) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** An operation without a body. */
  public Route(String method, String path, String role) {
    this(method, path, role, "");
  }

  /** All operations of a document. */
  public static List<Route> of(JsonNode document) {
    List<Route> routes = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            routes.add(
                                route(path.getKey(), operation.getKey(), operation.getValue()));
                          }
                        }));
    return routes;
  }

  private static Route route(String path, String method, JsonNode operation) {
    return new Route(
        method.toUpperCase(Locale.ROOT),
        path.replaceAll("\\{[^}]*}", "0"),
        operation.path("security").path(0).path("bearer").path(0).asText(),
        operation
            .at("/requestBody/content")
            .propertyStream()
            .map(Map.Entry::getKey)
            .filter(type -> !type.startsWith("multipart/"))
            .findFirst()
            .orElse(""));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
