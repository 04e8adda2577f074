package dev.tradewind.systemtests.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What one rendering gave. */
record Rendered(List<JsonNode> objects) {
  /**
   * A Pod, or what makes Pods.
   *
   * @param kind of the object that holds it
   * @param name of that object
   * @param labels of the Pod
   * @param spec of the Pod
   */
  record PodOf(String kind, String name, Map<String, String> labels, JsonNode spec) {
    List<JsonNode> containers() {
      return Stream.concat(stream(spec.path("initContainers")), stream(spec.path("containers")))
          .toList();
    }

    JsonNode container() {
      return spec.path("containers").path(0);
    }

    @Override
    public String toString() {
      return kind + " " + name;
    }
  }

  Stream<JsonNode> of(String kind) {
    return objects.stream().filter(object -> kind.equals(object.path("kind").asText()));
  }

  JsonNode one(String kind, String name) {
    return of(kind)
        .filter(object -> name.equals(object.at("/metadata/name").asText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + names()));
  }

  boolean has(String kind, String name) {
    return of(kind).anyMatch(object -> name.equals(object.at("/metadata/name").asText()));
  }

  List<String> names() {
    return objects.stream()
        .map(o -> o.path("kind").asText() + " " + o.at("/metadata/name").asText())
        .toList();
  }

  List<PodOf> pods() {
    List<PodOf> pods = new ArrayList<>();
    for (JsonNode object : objects) {
      String kind = object.path("kind").asText();
      JsonNode pod = kind.equals("Pod") ? object : object.at("/spec/template");
      if (!pod.isMissingNode() && !pod.path("spec").path("containers").isMissingNode()) {
        pods.add(
            new PodOf(
                kind,
                object.at("/metadata/name").asText(),
                map(pod.at("/metadata/labels")),
                pod.path("spec")));
      }
    }
    return pods;
  }

  /** The Pod that such an object makes. */
  PodOf pod(String kind, String name) {
    return pods().stream()
        .filter(pod -> pod.kind().equals(kind) && pod.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + names()));
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static Map<String, String> map(JsonNode object) {
    Map<String, String> map = new TreeMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }
}
