package dev.tradewind.gateway.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which service owns which part of the interface. */
public final class RouteTable {
  /** Under this lies everything that is forwarded. */
  public static final String API = "/api/v1/";

  private static final Map<Service, List<String>> COLLECTIONS =
      Map.of(
          Service.INGEST,
          List.of("submissions"),
          Service.METRICS,
          List.of(
              "indicators",
              "rankings",
              "exports",
              "regions",
              "partners",
              "sectors",
              "groups",
              "reference",
              "provenance",
              "coverage",
              "revisions",
              "diversification",
              "shifts",
              "dependence",
              "briefing",
              "events"),
          Service.ALERTS,
          List.of("rules", "alerts", "silences", "channels", "notifications"));

  private static final Map<String, Service> OWNERS = owners();

  private RouteTable() {}

  /** The owner of a path such as {@code /api/v1/submissions/7/problems}. */
  public static Optional<Service> ownerOf(String path) {
    if (!path.startsWith(API)) {
      return Optional.empty();
    }
    int end = path.indexOf('/', API.length());
    String collection = end < 0 ? path.substring(API.length()) : path.substring(API.length(), end);
    return Optional.ofNullable(OWNERS.get(collection));
  }

  private static Map<String, Service> owners() {
    Map<String, Service> owners = new HashMap<>();
    COLLECTIONS.forEach(
        (service, collections) ->
            collections.forEach(collection -> owners.put(collection, service)));
    return Map.copyOf(owners);
  }
}
