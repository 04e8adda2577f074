package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pod Security Standard "restricted", and what the house adds to it. */
class PodSecurityTest {
  private static final Set<String> VOLUMES =
      Set.of("emptyDir", "configMap", "secret", "persistentVolumeClaim");

  /** Named like secrets, but where public keys and key stores are. */
  private static final Set<String> PUBLIC =
      Set.of(
          "TRADEWIND_ACCESS_TOKEN_KEYS",
          "TRADEWIND_SECRETS_DIRECTORY",
          "KAFKA_SSL_KEYSTORE_LOCATION",
          "KAFKA_SSL_KEYSTORE_TYPE");

  static List<String> examples() {
    return Chart.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyPodIsRestricted(String example) {
    for (Rendered.PodOf pod : Chart.example(example).pods()) {
      JsonNode context = pod.spec().path("securityContext");
      assertThat(context.path("runAsNonRoot").asBoolean()).as(pod + ": not as root").isTrue();
      assertThat(context.path("runAsUser").asInt()).as(pod + ": user").isPositive();
      assertThat(context.at("/seccompProfile/type").asText())
          .as(pod + ": seccomp")
          .isEqualTo("RuntimeDefault");
      assertThat(List.of("hostNetwork", "hostPID", "hostIPC")).noneMatch(pod.spec()::has);
      for (JsonNode container : pod.containers()) {
        JsonNode own = container.path("securityContext");
        assertThat(own.path("allowPrivilegeEscalation").asBoolean(true))
            .as(pod + ": escalation")
            .isFalse();
        assertThat(own.path("privileged").asBoolean(false)).isFalse();
        assertThat(own.at("/capabilities/drop").toString())
            .as(pod + ": capabilities")
            .isEqualTo("[\"ALL\"]");
        assertThat(own.at("/capabilities").has("add")).isFalse();
        Rendered.stream(container.path("ports"))
            .forEach(port -> assertThat(port.has("hostPort")).isFalse());
      }
      Rendered.stream(pod.spec().path("volumes"))
          .forEach(
              volume ->
                  volume
                      .fieldNames()
                      .forEachRemaining(
                          field ->
                              assertThat(field.equals("name") || VOLUMES.contains(field))
                                  .as(pod + ": " + field)
                                  .isTrue()));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theRootFileSystemIsReadOnlyAndScratchSpaceIsBounded(String example) {
    for (Rendered.PodOf pod : Chart.example(example).pods()) {
      pod.containers()
          .forEach(
              container -> {
                assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .as(pod.toString())
                    .isTrue();
                assertThat(container.path("volumeMounts").findValuesAsText("mountPath"))
                    .as(pod.toString())
                    .contains("/tmp");
                assertThat(container.at("/resources/limits/memory").isMissingNode())
                    .as(pod + ": memory limit")
                    .isFalse();
              });
      pod.spec()
          .findValues("emptyDir")
          .forEach(volume -> assertThat(volume.has("sizeLimit")).as(pod.toString()).isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void noPodHasATokenOrTheAddressesOfItsNeighboursInItsEnvironment(String example) {
    assertThat(Chart.example(example).pods())
        .allSatisfy(
            pod -> {
              assertThat(pod.spec().path("automountServiceAccountToken").asBoolean(true)).isFalse();
              assertThat(pod.spec().path("enableServiceLinks").asBoolean(true)).isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("examples")
  void noSecretStandsInAnEnvironment(String example) {
    for (Rendered.PodOf pod : Chart.example(example).pods()) {
      for (JsonNode container : pod.containers()) {
        assertThat(
                Rendered.stream(container.path("env"))
                    .filter(
                        variable ->
                            variable
                                .path("name")
                                .asText()
                                .matches(".*(PASSWORD|JAAS|WEBHOOK|SECRET|TOKEN|KEY).*"))
                    .filter(variable -> !PUBLIC.contains(variable.path("name").asText())))
            .allSatisfy(
                variable -> assertThat(variable.has("valueFrom")).as(variable.toString()).isTrue());
      }
    }
  }
}
