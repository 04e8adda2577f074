package dev.tradewind.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of {@code /indicators}: one row per region. */
final class Indicators {
  private final JsonNode answer;
  private final Map<String, JsonNode> rows = new LinkedHashMap<>();

  Indicators(JsonNode answer) {
    this.answer = answer;
    answer.path("items").forEach(row -> rows.put(row.path("region").asText(), row));
  }

  JsonNode answer() {
    return answer;
  }

  Map<String, JsonNode> rows() {
    return rows;
  }

  JsonNode row(String region) {
    JsonNode row = rows.get(region);
    if (row == null) {
      throw new AssertionError("no row for " + region + " in " + answer);
    }
    return row;
  }

  /** In units of the currency, or a fraction. */
  BigDecimal number(String region, String field) {
    JsonNode value = row(region).path(field);
    if (value.isNull() || value.isMissingNode()) {
      throw new AssertionError(region + " has no " + field + ": " + row(region));
    }
    return new BigDecimal(value.asText());
  }

  double percent(String region, String field) {
    return number(region, field).movePointRight(2).doubleValue();
  }

  double billions(String region) {
    return number(region, "value").movePointLeft(9).doubleValue();
  }

  /** The sum of several regions' shares, in per cent. */
  double shares(String... regions) {
    return java.util.Arrays.stream(regions).mapToDouble(region -> percent(region, "share")).sum();
  }
}
