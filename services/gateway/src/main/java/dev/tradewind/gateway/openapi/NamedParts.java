package dev.tradewind.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.gateway.route.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Parts of one kind, by name, and who brought them. Sorted, so that equal inputs give one output.
 */
final class NamedParts {
  private final String kind;
  private final TreeMap<String, Part> parts = new TreeMap<>();
  private final List<String> collisions = new ArrayList<>();

  NamedParts(String kind) {
    this.kind = kind;
  }

  private record Part(Service service, JsonNode content) {}

  /** Takes a part that may be there already if it is the same. */
  void add(Service service, String name, JsonNode content) {
    Part known = parts.putIfAbsent(name, new Part(service, content));
    if (known != null && !known.content().equals(content)) {
      collisions.add(
          "%s '%s' differs between %s and %s%s: rename one, or share its type"
              .formatted(
                  kind,
                  name,
                  known.service().id(),
                  service.id(),
                  Difference.between(known.content(), content)));
    }
  }

  /** Takes a part that only one service may bring. */
  void addUnique(Service service, String name, JsonNode content) {
    Part known = parts.putIfAbsent(name, new Part(service, content));
    if (known != null) {
      collisions.add(
          "%s '%s' is owned twice, by %s and %s"
              .formatted(kind, name, known.service().id(), service.id()));
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  List<String> collisions() {
    return collisions;
  }

  Collection<JsonNode> values() {
    return parts.values().stream().map(Part::content).toList();
  }

  ObjectNode toObject() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    parts.forEach((name, part) -> object.set(name, part.content()));
    return object;
  }
}
