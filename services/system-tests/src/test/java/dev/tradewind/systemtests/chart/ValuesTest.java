package dev.tradewind.systemtests.chart;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value works: changing it changes what is installed. */
class ValuesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Which example makes values below a path count; the first that fits. */
  private static final Map<String, String> ACTIVE_IN =
      Map.ofEntries(
          entry("/access", "production-scram"),
          entry("/access/oidc", "production-mtls"),
          entry("/tests", "production-scram"),
          entry("/kafka/external", "production-scram"),
          entry("/kafka/external/tls/clientSecret", "production-mtls"),
          entry("/postgresql/external", "production-scram"),
          entry("/topics/strimzi", "production-mtls"),
          entry("/migrations", "production-scram"),
          entry("/ingress", "production-scram"),
          entry("/httpRoute", "production-mtls"),
          entry("/monitoring", "production-scram"),
          entry("/release", "production-scram"),
          entry("/alerting", "production-scram"),
          entry("/slack", "production-scram"),
          entry("/tracing", "production-scram"),
          entry("/networkPolicy", "production-scram"));

  /** Values of a service that only one of them, or only one mode, has use for. */
  private static final Map<String, Map<String, Object>> COMPANIONS =
      Map.of(
          "/defaults/autoscaling/minReplicas", Map.of("type", "hpa"),
          "/defaults/autoscaling/maxReplicas", Map.of("type", "hpa"),
          "/defaults/autoscaling/targetCPUUtilizationPercentage", Map.of("type", "hpa"));

  /** Choices that ask for further values; each example makes them differently. */
  private static final Set<String> CHOICES =
      Set.of(
          "/access/anonymous",
          "/access/oidc/login/enabled",
          "/kafka/mode",
          "/kafka/external/tls/enabled",
          "/postgresql/mode",
          "/postgresql/external/tls/enabled");

  private static final Map<String, String> BEFORE = new ConcurrentHashMap<>();

  static Stream<String> paths() {
    List<String> paths = new ArrayList<>();
    collect("", Chart.yaml(Chart.file("values.yaml")), paths);
    return paths.stream().filter(path -> !CHOICES.contains(path));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void everyValueChangesSomething(String path) {
    String example = example(path);
    JsonNode values = Chart.yaml(Chart.file("values.yaml"));
    JsonNode base = merged(values, Chart.yaml(Chart.exampleFile(example)));
    List<String> tried = new ArrayList<>();

    for (Object other : others(path, base.at(path))) {
      ObjectNode change = change(path, other);
      try {
        String before =
            BEFORE.computeIfAbsent(
                example + companions(path),
                key ->
                    stable(Chart.example(example, Chart.KUBERNETES, companions(path).toString())));
        String after =
            stable(
                Chart.example(
                    example, Chart.KUBERNETES, merged(companions(path), change).toString()));
        if (!after.equals(before)) {
          return;
        }
        tried.add(other + ": no change");
      } catch (IllegalStateException refused) {
        tried.add(other + ": " + refused.getMessage());
      }
    }
    throw new AssertionError(path + " does nothing in " + example + ": " + tried);
  }

  @Test
  void theFileIsShortEnoughToRead() {
    assertThat(Chart.file("values.yaml").lines().count()).isLessThan(500);
  }

  @Test
  void theSchemaKnowsExactlyTheValuesOfTheFile() throws Exception {
    JsonNode schema = JSON.readTree(Chart.file("values.schema.json"));
    List<String> known = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    List<String> written = new ArrayList<>();
    Chart.yaml(Chart.file("values.yaml")).fieldNames().forEachRemaining(written::add);
    known.remove("global"); // Helm's own, given to every chart.

    assertThat(written).containsExactlyInAnyOrderElementsOf(known);
  }

  private static String example(String path) {
    if (path.startsWith("/defaults/autoscaling/lagThreshold")
        || path.startsWith("/defaults/autoscaling/authenticationRef")) {
      return "production-mtls";
    }
    return ACTIVE_IN.entrySet().stream()
        .filter(entry -> path.startsWith(entry.getKey()))
        .max(java.util.Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse(path.startsWith("/publicUrl") ? "production-mtls" : "evaluation");
  }

  private static ObjectNode companions(String path) {
    ObjectNode companions = JSON.createObjectNode();
    if (COMPANIONS.containsKey(path)) {
      companions.putObject("defaults").set("autoscaling", JSON.valueToTree(COMPANIONS.get(path)));
    }
    return companions;
  }

  /** Other values of the same kind, of which the schema should take one. */
  private static List<Object> others(String path, JsonNode now) {
    if (now.isBoolean()) {
      return List.of(!now.asBoolean());
    }
    if (now.isInt()) {
      return List.of(now.asInt() + 1, Math.max(1, now.asInt() - 1));
    }
    if (now.isDouble()) {
      return List.of(now.asDouble() / 2);
    }
    if (now.isArray()) {
      return List.of(
          List.of("TradewindDown"),
          List.of("mutated"),
          List.of("10.1.2.3"),
          List.of("DEU"),
          List.of("r12m"),
          List.of(Map.of("id", "mutated")),
          List.of(Map.of("name", "mutated", "image", "mutated", "mountPath", "/mutated")),
          List.of(
              Map.of("maxSkew", 2, "topologyKey", "zone", "whenUnsatisfiable", "ScheduleAnyway")),
          List.of());
    }
    if (now.isObject()) {
      return List.of(
          Map.of("mutated", "yes"), Map.of("logLevel", "WARN"), Map.of("2025-07", "2025-08-22"));
    }
    List<Object> others = new ArrayList<>();
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "digest" -> others.add("sha256:" + "b".repeat(64));
      case "mode" -> others.addAll(List.of("none", "atStart"));
      case "type" -> others.addAll(List.of("hpa", "NodePort"));
      case "pullPolicy" -> others.add("Never");
      case "variant" -> others.add("native");
      case "logLevel" -> others.add("WARN");
      case "apiVersion" -> others.add("v1");
      case "mechanism" -> others.add("PLAIN");
      case "bootstrapServers" -> others.add("mutated:1");
      case "publicUrl", "runbookUrl", "issuer", "endpoint" -> others.add("https://mutated.example");
      case "protocol" -> others.add("grpc");
      case "rolesSource" -> others.add("userinfo");
      case "startTls" -> others.add("OPTIONAL");
      case "language" -> others.add("zh");
      case "from" -> others.add("mutated@example.com");
      default -> others.addAll(List.of("123Mi", "mutated", "12m"));
    }
    return others;
  }

  private static ObjectNode change(String path, Object value) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode at = root;
    String[] steps = path.substring(1).split("/");
    for (int i = 0; i < steps.length - 1; i++) {
      at = at.putObject(unescaped(steps[i]));
    }
    at.set(unescaped(steps[steps.length - 1]), JSON.valueToTree(value));
    return root;
  }

  private static JsonNode merged(JsonNode one, JsonNode over) {
    if (!one.isObject() || !over.isObject()) {
      return over;
    }
    ObjectNode merged = one.deepCopy();
    over.properties()
        .forEach(
            e ->
                merged.set(
                    e.getKey(),
                    one.has(e.getKey())
                        ? merged(one.get(e.getKey()), e.getValue())
                        : e.getValue()));
    return merged;
  }

  /** Without what is random in every rendering. */
  private static String stable(Rendered rendered) {
    return rendered.objects().stream()
        .filter(object -> !object.path("kind").asText().equals("Secret"))
        .toList()
        .toString();
  }

  private static void collect(String path, JsonNode node, List<String> paths) {
    if (node.isObject() && !node.isEmpty() && !whole(path)) {
      node.properties()
          .forEach(
              e ->
                  collect(
                      path + "/" + e.getKey().replace("~", "~0").replace("/", "~1"),
                      e.getValue(),
                      paths));
    } else {
      paths.add(path);
    }
  }

  /**
   * Kubernetes' own forms, handed on as they are; and services, whose keys are those of defaults.
   */
  private static boolean whole(String path) {
    return path.endsWith("/podSecurityContext")
        || path.endsWith("/securityContext")
        || path.endsWith("/labels");
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
