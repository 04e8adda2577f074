package dev.tradewind.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Adds what the gateway answers itself (keys, audit log, the caller) to the services' document. */
final class OwnOperations {
  /** Where the gateway's part lies, below the directory of the services. */
  static final String FILE = "gateway/src/main/openapi/gateway.json";

  private OwnOperations() {}

  /**
   * Adds paths, schemas and tags.
   *
   * @throws DocumentException where a service has the same name for another thing
   */
  static void addTo(ObjectNode merged, JsonNode own) {
    List<String> collisions = new ArrayList<>();
    add(merged.withObject("/paths"), own.path("paths"), "path", collisions);
    add(
        merged.withObject("/components/schemas"),
        own.path("components").path("schemas"),
        "schema",
        collisions);
    ArrayNode tags = merged.withArray("/tags");
    own.path("tags").forEach(tags::add);
    if (!collisions.isEmpty()) {
      throw DocumentException.ofCollisions(collisions);
    }
  }

  private static void add(ObjectNode to, JsonNode from, String kind, List<String> collisions) {
    for (var part : from.properties()) {
      JsonNode known = to.get(part.getKey());
      if (known == null) {
        to.set(part.getKey(), part.getValue());
      } else if (!known.equals(part.getValue())) {
        collisions.add(kind + " '" + part.getKey() + "' is the gateway's and another one's too");
      }
    }
  }
}
