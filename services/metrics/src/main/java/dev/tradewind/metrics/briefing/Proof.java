package dev.tradewind.metrics.briefing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The query that shows what a sentence says. */
final class Proof {
  private final String path;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private Proof(String path) {
    this.path = path;
  }

  /** A query within a briefing's scope. */
  static Proof of(String path, Scope scope) {
    Proof proof = events(path, scope);
    proof.parameters.put("partner", scope.partner());
    proof.parameters.put("period", scope.period().toString());
    proof.parameters.put("window", scope.window().id());
    proof.parameters.put("currency", scope.currency());
    return proof;
  }

  /** A query that knows no partner and window. */
  static Proof events(String path, Scope scope) {
    Proof proof = new Proof("/api/v1/" + path);
    scope.asOf().ifPresent(asOf -> proof.parameters.put("asOf", asOf));
    return proof;
  }

  Proof with(String name, Object value) {
    parameters.put(name, value.toString());
    return this;
  }

  Proof without(String name) {
    parameters.remove(name);
    return this;
  }

  /** The address, relative to the gateway. */
  String address() {
    return parameters.isEmpty()
        ? path
        : path
            + "?"
            + parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()))
                .collect(Collectors.joining("&"));
  }

  /** Commas and colons may stand as they are, and read better so. */
  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",").replace("%3A", ":");
  }
}
