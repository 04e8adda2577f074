package dev.tradewind.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;

/** Where two parts of the same name first part ways, for whoever has to make them agree. */
final class Difference {
  private Difference() {}

  /** Like {@code " at /properties/yoy/type (number, string)"}. */
  static String between(JsonNode one, JsonNode other) {
    return at("", one, other);
  }

  private static String at(String pointer, JsonNode one, JsonNode other) {
    if (one.isObject() && other.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (!one.path(name).equals(other.path(name))) {
          return at(pointer + "/" + name, one.path(name), other.path(name));
        }
      }
    }
    return " at %s (%s, %s)".formatted(pointer.isEmpty() ? "/" : pointer, brief(one), brief(other));
  }

  private static String brief(JsonNode node) {
    String text = node.isMissingNode() ? "absent" : node.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
