package dev.tradewind.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.gateway.route.Service;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The {@code components} of all documents: schemas, parameters, responses and so on. */
final class ComponentParts {
  private static final Map<String, String> SINGULAR =
      Map.of(
          "schemas", "schema",
          "parameters", "parameter",
          "responses", "response",
          "securitySchemes", "security scheme");

  private final TreeMap<String, NamedParts> sections = new TreeMap<>();

  void add(Service service, JsonNode components) {
    for (var section : components.properties()) {
      NamedParts parts =
          sections.computeIfAbsent(
              section.getKey(), name -> new NamedParts(SINGULAR.getOrDefault(name, name)));
      section.getValue().properties().forEach(e -> parts.add(service, e.getKey(), e.getValue()));
    }
  }

  List<String> collisions() {
    return sections.values().stream().flatMap(parts -> parts.collisions().stream()).toList();
  }

  ObjectNode toObject() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    sections.forEach((name, parts) -> object.set(name, parts.toObject()));
    return object;
  }
}
