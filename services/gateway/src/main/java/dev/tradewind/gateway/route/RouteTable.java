package dev.tradewind.gateway.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
              "coverage",
              "revisions",
              "diversification",
              "shifts",
              "dependence",
              "briefing",
              "events"),
          Service.ALERTS,
          List.of("rules", "alerts", "silences", "channels", "notifications"));

  /** What the gateway answers itself. */
  private static final Set<String> OWN = Set.of("keys", "audit", "me");

  private static final Map<String, Service> OWNERS = owners();

  private RouteTable() {}

  /** The owner of a path such as {@code /api/v1/submissions/7/problems}. */
  public static Optional<Service> ownerOf(String path) {
    return collection(path).map(OWNERS::get);
  }

  /** Whether the gateway answers it itself, instead of forwarding it. */
  public static boolean isOwn(String path) {
    return collection(path).filter(OWN::contains).isPresent();
  }

  /** Whether there is a collection of that name. */
  public static boolean isCollection(String name) {
    return OWNERS.containsKey(name) || OWN.contains(name);
  }

  /** The first part of a path below {@link #API}: {@code submissions}. */
  public static Optional<String> collection(String path) {
    if (!path.startsWith(API)) {
      return Optional.empty();
    }
    int end = path.indexOf('/', API.length());
    return Optional.of(end < 0 ? path.substring(API.length()) : path.substring(API.length(), end));
  }

  private static Map<String, Service> owners() {
    Map<String, Service> owners = new HashMap<>();
    COLLECTIONS.forEach(
        (service, collections) ->
            collections.forEach(collection -> owners.put(collection, service)));
    return Map.copyOf(owners);
  }
}
