package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one object says of another is true. */
class ReferencesTest {
  static List<String> examples() {
    return Chart.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void selectorsMatchThePodsTheyAreMeantForAndNoOther(String example) {
    Rendered rendered = Chart.example(example);

    for (JsonNode object : rendered.objects()) {
      JsonNode selector =
          switch (object.path("kind").asText()) {
            case "Deployment", "StatefulSet", "PodDisruptionBudget" ->
                object.at("/spec/selector/matchLabels");
            case "Service" -> object.at("/spec/selector");
            case "NetworkPolicy" -> object.at("/spec/podSelector/matchLabels");
            default -> null;
          };
      if (selector != null) {
        String component = object.at("/metadata/labels/app.kubernetes.io~1component").asText();
        assertThat(selected(rendered, selector))
            .as(object.path("kind").asText() + " " + object.at("/metadata/name").asText())
            .isNotEmpty()
            .allSatisfy(
                pod ->
                    assertThat(pod.labels())
                        .containsEntry("app.kubernetes.io/component", component));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void labelsThatCanChangeAreNotPartOfASelector(String example) {
    assertThat(Chart.example(example).of("Deployment"))
        .allSatisfy(
            deployment ->
                assertThat(Rendered.map(deployment.at("/spec/selector/matchLabels")).keySet())
                    .containsExactlyInAnyOrder(
                        "app.kubernetes.io/name",
                        "app.kubernetes.io/instance",
                        "app.kubernetes.io/component"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void servicePortsAreOpenOnThePodsBehindThem(String example) {
    Rendered rendered = Chart.example(example);

    rendered
        .of("Service")
        .forEach(
            service ->
                Rendered.stream(service.at("/spec/ports"))
                    .forEach(
                        port ->
                            assertThat(selected(rendered, service.at("/spec/selector")))
                                .allSatisfy(
                                    pod ->
                                        assertThat(ports(pod))
                                            .containsEntry(
                                                port.path("targetPort").asText(),
                                                port.path("port").asInt()))));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void portsNamedByProbesAndPoliciesExist(String example) {
    Rendered rendered = Chart.example(example);

    for (Rendered.PodOf pod : rendered.pods()) {
      for (JsonNode container : pod.containers()) {
        assertThat(
                Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                    .flatMap(
                        probe ->
                            Stream.of(
                                container.path(probe).at("/httpGet/port"),
                                container.path(probe).at("/tcpSocket/port")))
                    .filter(port -> !port.isMissingNode())
                    .map(JsonNode::asText))
            .allSatisfy(port -> assertThat(ports(pod)).containsKey(port));
      }
    }
    rendered
        .of("NetworkPolicy")
        .forEach(
            policy ->
                Rendered.stream(policy.at("/spec/ingress"))
                    .flatMap(rule -> Rendered.stream(rule.path("ports")))
                    .forEach(
                        port ->
                            assertThat(
                                    selected(rendered, policy.at("/spec/podSelector/matchLabels")))
                                .allSatisfy(
                                    pod ->
                                        assertThat(ports(pod))
                                            .containsKey(port.path("port").asText()))));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everySecretConfigMapAndVolumeIsInTheReleaseOrNamedByTheUser(String example) {
    Rendered rendered = Chart.example(example);
    String named = Chart.exampleFile(example);

    for (Rendered.PodOf pod : rendered.pods()) {
      Set<String> secrets = new TreeSet<>(pod.spec().findValuesAsText("secretName"));
      for (JsonNode container : pod.containers()) {
        container.findValues("secretKeyRef").forEach(ref -> secrets.add(ref.path("name").asText()));
      }
      Rendered.stream(pod.spec().path("imagePullSecrets"))
          .forEach(ref -> secrets.add(ref.path("name").asText()));
      assertThat(secrets)
          .as("Secrets of " + pod)
          .allMatch(
              name ->
                  rendered.has("Secret", name)
                      || named.contains("name: " + name)
                      || named.contains("[" + name + "]"));
      assertThat(pod.spec().findValues("configMap"))
          .allSatisfy(
              map -> assertThat(rendered.has("ConfigMap", map.path("name").asText())).isTrue());

      Set<String> volumes =
          Stream.concat(Rendered.stream(pod.spec().path("volumes")), claims(rendered, pod))
              .map(volume -> volume.path("name").asText(volume.at("/metadata/name").asText()))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> mounts = new TreeSet<>();
      pod.containers()
          .forEach(c -> c.path("volumeMounts").forEach(m -> mounts.add(m.path("name").asText())));
      assertThat(mounts).as("volumes of " + pod).isEqualTo(volumes);

      String account = pod.spec().path("serviceAccountName").asText("default");
      assertThat(account.equals("default") || rendered.has("ServiceAccount", account)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void keysOfTheReleasesOwnSecretsExist(String example) {
    Rendered rendered = Chart.example(example);

    for (Rendered.PodOf pod : rendered.pods()) {
      for (JsonNode ref : pod.spec().findValues("secretKeyRef")) {
        rendered
            .of("Secret")
            .filter(secret -> secret.at("/metadata/name").equals(ref.path("name")))
            .forEach(
                secret ->
                    assertThat(
                            secret.path("data").has(ref.path("key").asText())
                                || secret.path("stringData").has(ref.path("key").asText()))
                        .as(ref.toString())
                        .isTrue());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void routesAndScalersPointAtWhatIsThere(String example) {
    Rendered rendered = Chart.example(example);

    rendered
        .of("Ingress")
        .forEach(
            ingress ->
                ingress
                    .findValues("backend")
                    .forEach(
                        backend ->
                            assertThat(
                                    portNames(
                                        rendered.one(
                                            "Service", backend.at("/service/name").asText())))
                                .contains(backend.at("/service/port/name").asText())));
    rendered
        .of("HTTPRoute")
        .forEach(
            route ->
                Rendered.stream(route.at("/spec/rules/0/backendRefs"))
                    .forEach(
                        backend ->
                            assertThat(
                                    rendered
                                        .one("Service", backend.path("name").asText())
                                        .at("/spec/ports/0/port"))
                                .isEqualTo(backend.path("port"))));
    Stream.concat(rendered.of("HorizontalPodAutoscaler"), rendered.of("ScaledObject"))
        .forEach(
            scaler -> {
              JsonNode target =
                  rendered.one("Deployment", scaler.at("/spec/scaleTargetRef/name").asText());
              assertThat(target.at("/spec").has("replicas"))
                  .as("two may not set the number of replicas")
                  .isFalse();
            });
    rendered
        .of("ServiceMonitor")
        .forEach(
            monitor -> {
              Map<String, String> wanted = Rendered.map(monitor.at("/spec/selector/matchLabels"));
              List<JsonNode> scraped =
                  rendered
                      .of("Service")
                      .filter(
                          s ->
                              Rendered.map(s.at("/metadata/labels"))
                                  .entrySet()
                                  .containsAll(wanted.entrySet()))
                      .toList();
              assertThat(scraped)
                  .hasSize(4)
                  .allSatisfy(
                      s ->
                          assertThat(portNames(s))
                              .contains(monitor.at("/spec/endpoints/0/port").asText()));
            });
  }

  private static Stream<JsonNode> claims(Rendered rendered, Rendered.PodOf pod) {
    return pod.kind().equals("StatefulSet")
        ? Rendered.stream(rendered.one("StatefulSet", pod.name()).at("/spec/volumeClaimTemplates"))
            .map(claim -> claim.path("metadata"))
        : Stream.of();
  }

  private static List<String> portNames(JsonNode service) {
    return Rendered.stream(service.at("/spec/ports"))
        .map(port -> port.path("name").asText())
        .toList();
  }

  private static List<Rendered.PodOf> selected(Rendered rendered, JsonNode selector) {
    Map<String, String> wanted = Rendered.map(selector);
    return rendered.pods().stream()
        .filter(pod -> pod.labels().entrySet().containsAll(wanted.entrySet()))
        .toList();
  }

  /** Open ports of a Pod by name. */
  private static Map<String, Integer> ports(Rendered.PodOf pod) {
    return Rendered.stream(pod.container().path("ports"))
        .collect(
            Collectors.toMap(
                port -> port.path("name").asText(), port -> port.path("containerPort").asInt()));
  }
}
