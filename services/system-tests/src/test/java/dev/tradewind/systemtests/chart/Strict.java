package dev.tradewind.systemtests.chart;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an object: unknown and missing fields, enums, quantities. */
final class Strict {
  private static final String OFFICIAL = "io.kubernetes.client.openapi.models.";

  /** Kinds of Kubernetes itself, checked by its official client. */
  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("apps/v1 Deployment", "V1Deployment"),
          Map.entry("apps/v1 StatefulSet", "V1StatefulSet"),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", "V2HorizontalPodAutoscaler"),
          Map.entry("batch/v1 Job", "V1Job"),
          Map.entry("networking.k8s.io/v1 Ingress", "V1Ingress"),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", "V1NetworkPolicy"),
          Map.entry("policy/v1 PodDisruptionBudget", "V1PodDisruptionBudget"),
          Map.entry("v1 ConfigMap", "V1ConfigMap"),
          Map.entry("v1 Namespace", "V1Namespace"),
          Map.entry("v1 Pod", "V1Pod"),
          Map.entry("v1 Secret", "V1Secret"),
          Map.entry("v1 Service", "V1Service"),
          Map.entry("v1 ServiceAccount", "V1ServiceAccount"));

  /** Kinds of others, by models whose fields are all that is allowed. */
  private static final Map<String, Class<?>> OTHERS =
      Map.of(
          "gateway.networking.k8s.io/v1 HTTPRoute",
          io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute.class,
          "monitoring.coreos.com/v1 ServiceMonitor",
          io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor.class,
          "monitoring.coreos.com/v1 PrometheusRule",
          io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule.class,
          "keda.sh/v1alpha1 ScaledObject",
          CustomResources.ScaledObject.class,
          "kafka.strimzi.io/v1beta2 KafkaTopic",
          CustomResources.KafkaTopic.class,
          "kafka.strimzi.io/v1 KafkaTopic",
          CustomResources.KafkaTopic.class);

  /** Field name → what Kubernetes allows there. */
  private static final Map<String, Set<String>> ENUMS =
      Map.ofEntries(
          Map.entry("imagePullPolicy", Set.of("Always", "IfNotPresent", "Never")),
          Map.entry("restartPolicy", Set.of("Always", "OnFailure", "Never")),
          Map.entry("protocol", Set.of("TCP", "UDP", "SCTP")),
          Map.entry("whenUnsatisfiable", Set.of("DoNotSchedule", "ScheduleAnyway")),
          Map.entry("fsGroupChangePolicy", Set.of("OnRootMismatch", "Always")),
          Map.entry("pathType", Set.of("Exact", "Prefix", "ImplementationSpecific")),
          Map.entry("medium", Set.of("", "Memory", "HugePages")));

  private static final Pattern QUANTITY =
      Pattern.compile("[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?");
  private static final Set<String> QUANTITIES = Set.of("cpu", "memory", "storage", "sizeLimit");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");

  private static final ObjectMapper CLOSED =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  // The models keep what they do not know; here that is an error.
                  return false;
                }
              });

  private Strict() {}

  /** Everything wrong with it; empty if nothing is. */
  static Set<String> problems(JsonNode object) {
    Set<String> problems = new TreeSet<>();
    String kind = object.path("apiVersion").asText() + " " + object.path("kind").asText();
    if (!NAME.matcher(object.at("/metadata/name").asText()).matches()) {
      problems.add("not a name: " + object.at("/metadata/name"));
    }
    String modelled = model(kind, object);
    if (modelled != null) {
      problems.add(modelled);
    }
    walk("", object, problems);
    return problems;
  }

  private static @Nullable String model(String kind, JsonNode object) {
    try {
      if (OWN.containsKey(kind)) {
        Class.forName(OFFICIAL + OWN.get(kind))
            .getMethod("validateJsonElement", JsonElement.class)
            .invoke(null, JsonParser.parseString(object.toString()));
        return null;
      }
      if (!OTHERS.containsKey(kind)) {
        return "no model for " + kind;
      }
      CLOSED.treeToValue(object, OTHERS.get(kind));
      return null;
    } catch (InvocationTargetException e) {
      return String.valueOf(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(kind, e);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return e.getOriginalMessage();
    }
  }

  private static void walk(String path, JsonNode node, Set<String> problems) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(path + "/" + i, node.get(i), problems);
      }
      return;
    }
    node.properties()
        .forEach(
            field -> {
              String at = path + "/" + field.getKey();
              JsonNode value = field.getValue();
              if (value.isNull()) {
                problems.add("nothing at " + at);
              }
              if (value.isValueNode()) {
                check(at, field.getKey(), value.asText(), problems);
              } else if (!at.endsWith("/metadata/labels") && !at.endsWith("/annotations")) {
                walk(at, value, problems);
              } else {
                value.properties().stream()
                    .filter(label -> !label.getValue().isTextual())
                    .forEach(label -> problems.add("not text: " + at + "/" + label.getKey()));
              }
            });
  }

  private static void check(String at, String name, String value, Set<String> problems) {
    Set<String> allowed = ENUMS.get(name);
    if (allowed != null && !allowed.contains(value)) {
      problems.add("not allowed at " + at + ": " + value);
    }
    if (QUANTITIES.contains(name)
        && (at.contains("/resources/") || name.equals("sizeLimit"))
        && !QUANTITY.matcher(value).matches()) {
      problems.add("not a quantity at " + at + ": " + value);
    }
  }
}
