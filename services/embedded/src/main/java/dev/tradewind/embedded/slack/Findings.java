package dev.tradewind.embedded.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a message, with the place of each fault. */
final class Findings {
  private final List<String> problems = new ArrayList<>();

  List<String> all() {
    return List.copyOf(problems);
  }

  void add(String place, String problem) {
    problems.add(place + ": " + problem);
  }

  /** Slack refuses properties that it does not know. */
  void onlyKnown(JsonNode node, String place, Set<String> known) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                add(place, "unknown property " + name);
              }
            });
  }

  void required(JsonNode node, String place, String name, int max) {
    if (!node.path(name).isTextual() || node.path(name).asText().isEmpty()) {
      add(place, name + " is missing");
    }
    atMost(node, place, name, max);
  }

  void atMost(JsonNode node, String place, String name, int max) {
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isTextual()) {
      add(place, name + " is not a string");
    } else if (value.asText().length() > max) {
      add(place, name + " has " + value.asText().length() + " characters, at most " + max);
    }
  }

  /** An array of at least one and at most so many elements. */
  boolean array(JsonNode node, String place, int max) {
    if (!node.isArray() || node.isEmpty()) {
      add(place, "is not an array with at least one element");
      return false;
    }
    if (node.size() > max) {
      add(place, "has " + node.size() + " elements, at most " + max);
    }
    return true;
  }
}
