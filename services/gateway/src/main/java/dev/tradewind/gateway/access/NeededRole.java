package dev.tradewind.gateway.access;

import dev.tradewind.gateway.route.RouteTable;
import dev.tradewind.platform.access.Role;
import java.util.Set;

/**
 * Which role a request needs, by its method and collection. The services say it again, per
 * operation; a test holds both together. What nobody thought of needs the highest.
 */
final class NeededRole {
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OPERATORS_ONLY = Set.of("keys", "audit");

  private NeededRole() {}

  static Role of(String method, String path) {
    String collection = RouteTable.collectionOf(path).orElse("");
    if (OPERATORS_ONLY.contains(collection)) {
      return Role.OPERATOR;
    }
    if (SAFE_METHODS.contains(method) || path.equals("/logout")) {
      return Role.VIEWER;
    }
    return collection.equals("submissions") ? Role.SUBMITTER : Role.OPERATOR;
  }
}
