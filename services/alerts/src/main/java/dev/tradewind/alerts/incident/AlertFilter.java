package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.platform.problem.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checked filters of the list of alerts, as a query. */
final class AlertFilter {
  private final StringBuilder where = new StringBuilder("id < :before");
  private final Map<String, Object> parameters = new HashMap<>();

  AlertFilter(
      long before, @Nullable String state, @Nullable String region, @Nullable String severity) {
    parameters.put("before", before);
    if (state != null) {
      add("state", checkedState(state));
    }
    if (region != null) {
      add("region", checkedRegion(region));
    }
    if (severity != null) {
      add("severity", checkedSeverity(severity));
    }
  }

  String query() {
    return where + " order by id desc";
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void add(String field, String value) {
    where.append(" and ").append(field).append(" = :").append(field);
    parameters.put(field, value);
  }

  private static String checkedState(String state) {
    if (Arrays.stream(IncidentState.values()).noneMatch(known -> known.id().equals(state))) {
      throw Problem.badParameter(
              "state",
              "use "
                  + Arrays.stream(IncidentState.values())
                      .map(IncidentState::id)
                      .collect(Collectors.joining(", "))
                  + ".")
          .asException();
    }
    return state;
  }

  private static String checkedRegion(String region) {
    if (!region.equals(Region.NATION) && Region.of(region) == null) {
      throw Problem.badParameter("region", "use an ISO 3166-2 code such as CN-GD.").asException();
    }
    return region;
  }

  private static String checkedSeverity(String severity) {
    try {
      return Severity.of(severity).id();
    } catch (IllegalArgumentException e) {
      throw Problem.badParameter("severity", "use warning or critical.").asException();
    }
  }
}
