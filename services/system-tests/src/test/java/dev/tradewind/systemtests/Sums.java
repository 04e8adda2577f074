package dev.tradewind.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers of {@code /exports}: sums over the article's windows. */
final class Sums {
  private final Api api;

  Sums(Api api) {
    this.api = api;
  }

  /** January–July of a year by partner, in units of the currency. */
  Map<String, BigDecimal> byPartner(int year, Map<String, String> filter) {
    Map<String, String> query = new HashMap<>(filter);
    query.put("by", "partner");
    query.put("from", year + "-01");
    query.put("to", year + "-07");
    Map<String, BigDecimal> sums = new HashMap<>();
    for (JsonNode row : api.list("/exports", query)) {
      sums.merge(
          row.path("partner").asText(),
          new BigDecimal(row.path("value").asText()),
          BigDecimal::add);
    }
    return sums;
  }

  /** 2025 / 2024 for some partners together. */
  double ratio(Map<String, String> filter, List<String> partners) {
    return sum(2025, filter, partners) / sum(2024, filter, partners);
  }

  /** Change of everything but the US, divided by the fall to the US. */
  double offset(Map<String, String> filter) {
    double us = sum(2024, filter, List.of("USA")) - sum(2025, filter, List.of("USA"));
    double elsewhere = elsewhere(2025, filter) - elsewhere(2024, filter);
    return elsewhere / us;
  }

  private double elsewhere(int year, Map<String, String> filter) {
    Map<String, BigDecimal> sums = byPartner(year, filter);
    sums.remove("USA");
    return sums.values().stream().mapToDouble(BigDecimal::doubleValue).sum();
  }

  private double sum(int year, Map<String, String> filter, List<String> partners) {
    Map<String, BigDecimal> sums = byPartner(year, filter);
    return partners.stream()
        .mapToDouble(partner -> sums.getOrDefault(partner, BigDecimal.ZERO).doubleValue())
        .sum();
  }
}
