package dev.tradewind.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.gateway.route.RouteTable;
import dev.tradewind.gateway.route.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes one OpenAPI 3.1 document of several.
 *
 * <p>What has the same name must be the same thing: a schema that differs between two services, or
 * a path that two of them claim, would mislead every client generated from the document. All such
 * collisions are reported at once.
 */
final class DocumentMerge {
  private static final Set<String> OURS = Set.of("openapi", "info", "servers");
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final NamedParts paths = new NamedParts("path");
  private final NamedParts operations = new NamedParts("operationId");
  private final NamedParts tags = new NamedParts("tag");
  private final NamedParts rest = new NamedParts("top-level field");
  private final ComponentParts components = new ComponentParts();
  private final List<String> collisions = new ArrayList<>();

  private DocumentMerge() {}

  /**
   * The merged document with our own title and version.
   *
   * @throws DocumentException naming each collision and the services it is between
   */
  static ObjectNode merge(List<ServiceDocument> documents, String version) {
    DocumentMerge merge = new DocumentMerge();
    documents.forEach(merge::add);
    return merge.result(version);
  }

  private void add(ServiceDocument source) {
    Service service = source.service();
    ObjectNode document = source.document();
    if (!document.path("openapi").asText().startsWith("3.1")) {
      collisions.add(
          service.id()
              + " has OpenAPI version '"
              + document.path("openapi").asText()
              + "', not 3.1");
    }
    for (var field : document.properties()) {
      switch (field.getKey()) {
        case "paths" ->
            field.getValue().properties().forEach(e -> addPath(service, e.getKey(), e.getValue()));
        case "components" -> components.add(service, field.getValue());
        case "tags" ->
            field.getValue().forEach(tag -> tags.add(service, tag.path("name").asText(), tag));
        default -> {
          if (!OURS.contains(field.getKey())) {
            rest.add(service, field.getKey(), field.getValue());
          }
        }
      }
    }
  }

  private void addPath(Service service, String path, JsonNode item) {
    paths.addUnique(service, path, item);
    if (RouteTable.ownerOf(path).orElse(null) != service) {
      collisions.add(
          "path '"
              + path
              + "' of "
              + service.id()
              + " is not forwarded to it: add it to the route table, or hide it from the document");
    }
    for (var method : item.properties()) {
      String operationId = method.getValue().path("operationId").asText();
      if (METHODS.contains(method.getKey()) && !operationId.isEmpty()) {
        operations.addUnique(service, operationId, method.getValue());
      }
    }
  }

  private ObjectNode result(String version) {
    collisions.addAll(paths.collisions());
    collisions.addAll(operations.collisions());
    collisions.addAll(tags.collisions());
    collisions.addAll(rest.collisions());
    collisions.addAll(components.collisions());
    if (!collisions.isEmpty()) {
      throw DocumentException.ofCollisions(collisions);
    }
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    merged.put("openapi", "3.1.0");
    merged
        .putObject("info")
        .put("title", "Tradewind")
        .put(
            "description",
            "What each Chinese province exports to the United States, and an alert when it drops."
                + " Rates are fractions: -0.713127 is -71.3 %. Money is in units of the currency,"
                + " as exact decimals.")
        .put("version", version);
    merged.putArray("servers").addObject().put("url", "/");
    if (!tags.isEmpty()) {
      merged.putArray("tags").addAll(tags.values());
    }
    merged.set("paths", paths.toObject());
    merged.set("components", components.toObject());
    merged.setAll(rest.toObject());
    return merged;
  }
}
