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
          List.of("submissions", "sources"),
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
          List.of("rules", "alerts", "silences", "routing", "channels", "notifications"));

  /** What the gateway answers itself. */
  private static final Set<String> OWN = Set.of("keys", "audit", "me");

  private static final Map<String, Service> OWNERS = owners();

  private RouteTable() {}

  /** The owner of a path such as {@code /api/v1/submissions/7/problems}. */
  public static Optional<Service> ownerOf(String path) {
    return collectionOf(path).map(OWNERS::get);
  }

  /** Whether the gateway answers it itself, instead of forwarding it. */
  public static boolean isOwn(String path) {
    return collectionOf(path).filter(OWN::contains).isPresent();
  }

  /** The collection that a path lies in, if it is one of ours: {@code submissions}. */
  public static Optional<String> collectionOf(String path) {
    if (!path.startsWith(API)) {
      return Optional.empty();
    }
    int end = path.indexOf('/', API.length());
    String collection = end < 0 ? path.substring(API.length()) : path.substring(API.length(), end);
    return isCollection(collection) ? Optional.of(collection) : Optional.empty();
  }

  /** Whether there is a collection of that name. */
  public static boolean isCollection(String name) {
    return OWNERS.containsKey(name) || OWN.contains(name);
  }

  /** All collections that are forwarded. */
  public static Set<String> collections() {
    return OWNERS.keySet();
  }

  /** Whether what is read there is the same for everyone who may read it. */
  public static boolean isShared(String path) {
    return ownerOf(path).orElse(null) == Service.METRICS;
  }

  private static Map<String, Service> owners() {
    Map<String, Service> owners = new HashMap<>();
    COLLECTIONS.forEach(
        (service, collections) ->
            collections.forEach(collection -> owners.put(collection, service)));
    return Map.copyOf(owners);
  }
}
