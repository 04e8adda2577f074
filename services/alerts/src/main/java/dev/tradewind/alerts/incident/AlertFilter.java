package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.platform.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of alerts. */
public final class AlertFilter {
  @Parameter(
      description =
          "firing, acknowledged, resolved, corrected, withdrawn or closed; several by commas",
      example = "firing,acknowledged")
  @QueryParam("state")
  @Nullable String state;

  @Parameter(description = "warning or critical")
  @QueryParam("severity")
  @Nullable String severity;

  @Parameter(description = "The id of a rule", example = "us-exports-drop")
  @QueryParam("rule")
  @Nullable String rule;

  @Parameter(description = "ISO 3166-2", example = "CN-GD")
  @QueryParam("region")
  @Nullable String region;

  @Parameter(description = "ISO 3166-1 alpha-3", example = "USA")
  @QueryParam("partner")
  @Nullable String partner;

  @Parameter(description = "A sector's id, or all", example = "all")
  @QueryParam("sector")
  @Nullable String sector;

  @Parameter(description = "month, ytd, r12m or jan-feb")
  @QueryParam("window")
  @Nullable String window;

  @Parameter(description = "Of the figures shown", example = "2025-08")
  @QueryParam("period")
  @Nullable String period;

  @Parameter(description = "A label of the rule, as key:value", example = "team:trade")
  @QueryParam("label")
  @Nullable String label;

  /** As a query; a 400 if a filter is not valid. */
  Query query(long before) {
    Query query = new Query(before);
    query.anyOf("state", checked("state", state, IncidentState::of));
    query.anyOf("severity", checked("severity", severity, Severity::of));
    query.equal("rule", rule);
    query.equal("region", checkedRegion(region));
    query.equal("partner", partner);
    query.equal("sector", sector);
    query.equal("window", checkedWindow(window));
    query.equal("period", checkedPeriod(period));
    return query;
  }

  /** The label that is asked for, as key and value; null if none. */
  Map.@Nullable Entry<String, String> checkedLabel() {
    String asked = label;
    if (asked == null) {
      return null;
    }
    int colon = asked.indexOf(':');
    if (colon <= 0) {
      throw Problem.badParameter("label", "use key:value.").asException();
    }
    return Map.entry(asked.substring(0, colon), asked.substring(colon + 1));
  }

  /** A condition and its parameters. */
  static final class Query {
    private final StringBuilder where = new StringBuilder("id < :before");
    private final Map<String, Object> parameters = new HashMap<>();

    private Query(long before) {
      parameters.put("before", before);
    }

    String text() {
      return where + " order by id desc";
    }

    Map<String, Object> parameters() {
      return parameters;
    }

    void anyOf(String field, @Nullable List<String> values) {
      if (values != null) {
        where.append(" and ").append(field).append(" in :").append(field).append('s');
        parameters.put(field + "s", values);
      }
    }

    private void equal(String field, @Nullable String value) {
      if (value != null) {
        where.append(" and ").append(field).append(" = :").append(field);
        parameters.put(field, value);
      }
    }
  }

  private static @Nullable List<String> checked(
      String parameter, @Nullable String text, Consumer<String> known) {
    if (text == null) {
      return null;
    }
    List<String> values = Arrays.stream(text.split(",", -1)).collect(Collectors.toList());
    for (String value : values) {
      try {
        known.accept(value);
      } catch (IllegalArgumentException e) {
        throw Problem.badParameter(parameter, e.getMessage() + ".").asException();
      }
    }
    return values;
  }

  private static @Nullable String checkedRegion(@Nullable String region) {
    if (region != null && !region.equals(Region.NATION) && Region.of(region) == null) {
      throw Problem.badParameter("region", "use an ISO 3166-2 code such as CN-GD.").asException();
    }
    return region;
  }

  private static @Nullable String checkedWindow(@Nullable String window) {
    if (window != null && Arrays.stream(Window.values()).noneMatch(w -> w.id().equals(window))) {
      throw Problem.badParameter("window", "use month, ytd, r12m or jan-feb.").asException();
    }
    return window;
  }

  private static @Nullable String checkedPeriod(@Nullable String period) {
    try {
      return period == null ? null : YearMonth.parse(period).toString();
    } catch (DateTimeException e) {
      throw Problem.badParameter("period", "use a month such as 2025-08.").asException();
    }
  }
}
