package dev.tradewind.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Says of every field that need not be there that it may also be null, which is how the services
 * write what they do not know. Their own documents leave that out. A state or kind is always known.
 */
final class NullableFields {
  private static final String NULL = "null";

  private NullableFields() {}

  /** Changes all named schemas of a document. */
  static void allow(ObjectNode document) {
    document
        .path("components")
        .path("schemas")
        .forEach(
            schema -> {
              if (schema.path("properties") instanceof ObjectNode properties) {
                allow(properties, required(schema));
              }
            });
  }

  private static Set<String> required(JsonNode schema) {
    Set<String> names = new HashSet<>();
    schema.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static void allow(ObjectNode properties, Set<String> required) {
    properties
        .properties()
        .forEach(
            property -> {
              if (!required.contains(property.getKey())
                  && property.getValue() instanceof ObjectNode field) {
                allowNull(field);
              }
            });
  }

  private static void allowNull(ObjectNode field) {
    JsonNode type = field.path("type");
    if (field.has("$ref")) {
      JsonNode reference = field.remove("$ref");
      field.remove("type");
      var either = field.putArray("anyOf");
      either.addObject().set("$ref", reference);
      either.addObject().put("type", NULL);
    } else if (type.isTextual() && !field.has("enum")) {
      field.putArray("type").add(type).add(NULL);
    }
  }
}
