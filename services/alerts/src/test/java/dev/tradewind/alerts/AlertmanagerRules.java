package dev.tradewind.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What Alertmanager's API v2 takes as alerts ({@code postableAlerts} of its OpenAPI document, and
 * the checks that its server makes).
 */
public final class AlertmanagerRules {
  private static final Set<String> KNOWN =
      Set.of("labels", "annotations", "startsAt", "endsAt", "generatorURL");

  private AlertmanagerRules() {}

  /** What is wrong with a body; empty if nothing is. */
  public static List<String> problems(JsonNode body) {
    List<String> problems = new ArrayList<>();
    if (!body.isArray()) {
      problems.add("not an array");
    }
    body.forEach(alert -> alert(alert, problems));
    return problems;
  }

  private static void alert(JsonNode alert, List<String> problems) {
    alert
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                problems.add("unknown field " + name);
              }
            });
    if (alert.path("labels").path("alertname").asText().isEmpty()) {
      problems.add("no alertname");
    }
    for (String set : List.of("labels", "annotations")) {
      alert
          .path(set)
          .properties()
          .forEach(
              label -> {
                if (!label.getKey().matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
                  problems.add("not a name: " + label.getKey());
                }
                if (!label.getValue().isTextual()) {
                  problems.add("not a string: " + label.getKey());
                }
              });
    }
    if (!alert.path("generatorURL").asText().matches("https?://.+")) {
      problems.add("generatorURL is no URL");
    }
    Instant start = time(alert, "startsAt", problems);
    Instant end = time(alert, "endsAt", problems);
    if (end.isBefore(start)) {
      problems.add("ends before it starts");
    }
  }

  private static Instant time(JsonNode alert, String field, List<String> problems) {
    if (!alert.has(field)) {
      return Instant.EPOCH;
    }
    try {
      return Instant.parse(alert.path(field).asText());
    } catch (DateTimeParseException e) {
      problems.add(field + " is no time");
      return Instant.EPOCH;
    }
  }
}
