package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object of every example on every Kubernetes is one that the API server would take. */
class ObjectsTest {
  static Stream<Arguments> matrix() {
    return Chart.examples().stream()
        .flatMap(
            example ->
                Stream.of("1.26.0", "1.30.0", "1.34.0")
                    .map(kubernetes -> Arguments.of(example, kubernetes)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void objectsHaveKnownFieldsOnlyAndAllThatIsRequired(String example, String kubernetes) {
    Rendered rendered = Chart.example(example, kubernetes);

    assertThat(rendered.objects()).hasSizeGreaterThan(10);
    assertThat(rendered.objects())
        .allSatisfy(object -> assertThat(Strict.problems(object)).as(object.toString()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void noTwoObjectsAreTheSame(String example, String kubernetes) {
    assertThat(Chart.example(example, kubernetes).names()).doesNotHaveDuplicates();
  }

  @Test
  void whatIsYoungerThanTheOldestKubernetesIsLeftOutThere() {
    assertThat(Chart.example("evaluation", "1.29.9").pods())
        .allSatisfy(pod -> assertThat(pod.container().has("lifecycle")).isFalse());
    assertThat(Chart.example("evaluation", "1.30.0").pod("Deployment", "tw-tradewind-gateway"))
        .satisfies(
            pod ->
                assertThat(pod.container().at("/lifecycle/preStop/sleep/seconds").asInt())
                    .isPositive());
  }

  @Test
  void theCheckItselfSeesWhatIsWrong() {
    JsonNode deployment = Chart.example("evaluation").one("Deployment", "tw-tradewind-ingest");

    assertThat(broken(deployment, "/spec", "replicaCount", "1")).contains("replicaCount");
    assertThat(
            broken(deployment, "/spec/template/spec/containers/0", "imagePullPolicy", "Sometimes"))
        .contains("Sometimes");
    assertThat(
            broken(
                deployment, "/spec/template/spec/containers/0/resources/limits", "memory", "1GB"))
        .contains("not a quantity");
    assertThat(broken(deployment, "/metadata/labels", "n", null)).contains("not text");
    assertThat(without(deployment, "/spec", "selector")).contains("selector");
    JsonNode monitor = Chart.example("production-mtls").one("ServiceMonitor", "tw-tradewind");
    assertThat(broken(monitor, "/spec", "endpoint", "x")).contains("endpoint");
    JsonNode scaled = Chart.example("production-mtls").one("ScaledObject", "tw-tradewind-alerts");
    assertThat(broken(scaled, "/spec", "maxReplicas", "x")).contains("maxReplicas");
    assertThat(without(scaled, "/spec/triggers/0/metadata", "topic")).contains("topic");
  }

  @Test
  void theLinterHasNothingToSay() {
    var result = Chart.lint();

    assertThat(result.isFailed()).isFalse();
    assertThat(result.getMessages())
        .filteredOn(message -> !message.contains("icon is recommended"))
        .isEmpty();
  }

  @Test
  void aNewReleaseKeepsThePasswordsOfTheOld() {
    Rendered upgrade =
        Chart.exampleInCluster(
            "evaluation", java.util.Map.of("password", "b2xk", "postgres-password", "b2xkZXI="));

    JsonNode secret = upgrade.one("Secret", "tw-tradewind-postgresql");
    assertThat(secret.at("/data/password").asText()).isEqualTo("b2xk");
    assertThat(secret.at("/data/postgres-password").asText()).isEqualTo("b2xkZXI=");
    assertThat(secret.at("/metadata/annotations/helm.sh~1resource-policy").asText())
        .isEqualTo("keep");
  }

  @Test
  void whatASecretHoldsIsPartOfThePodsThatReadIt() {
    List<String> before =
        checksums(Chart.exampleInCluster("production-scram", java.util.Map.of("password", "MQ==")));
    List<String> after =
        checksums(Chart.exampleInCluster("production-scram", java.util.Map.of("password", "Mg==")));

    assertThat(before).hasSize(3).doesNotContainAnyElementsOf(after);
  }

  private static List<String> checksums(Rendered rendered) {
    return rendered
        .of("Deployment")
        .filter(d -> !d.at("/metadata/name").asText().endsWith("gateway"))
        .map(d -> d.at("/spec/template/metadata/annotations/checksum~1secrets").asText())
        .toList();
  }

  private static String broken(
      JsonNode object, String at, String field, @org.jspecify.annotations.Nullable String value) {
    JsonNode copy = object.deepCopy();
    ObjectNode target = (ObjectNode) copy.at(at);
    if (value == null) {
      target.put(field, 1);
    } else {
      target.put(field, value);
    }
    return Strict.problems(copy).toString();
  }

  private static String without(JsonNode object, String at, String field) {
    JsonNode copy = object.deepCopy();
    ((ObjectNode) copy.at(at)).remove(field);
    return Strict.problems(copy).toString();
  }
}
