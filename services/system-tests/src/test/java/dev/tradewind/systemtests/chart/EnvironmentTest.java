package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart sets, something reads: every variable is a property that exists. */
class EnvironmentTest {
  private static final Set<String> SERVICES = Set.of("gateway", "ingest", "metrics", "alerts");

  private static ServiceSettings settings;

  @BeforeAll
  static void readSettings() throws IOException {
    settings = ServiceSettings.read();
  }

  static Stream<Rendered.PodOf> services() {
    return Chart.examples().stream()
        .flatMap(example -> Chart.example(example).pods().stream())
        .filter(
            pod ->
                SERVICES.contains(pod.container().path("name").asText())
                    || pod.name().contains("-migrate-"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyVariableOfAServiceIsAPropertyOfIt(Rendered.PodOf pod) {
    String service = service(pod);

    for (String variable : variables(pod).keySet()) {
      if (variable.startsWith("KAFKA_")) {
        String property =
            variable
                .substring("KAFKA_".length())
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', '.');
        assertThat(AdminClientConfig.configNames()).as(variable).contains(property);
      } else if (!variable.equals("JAVA_TOOL_OPTIONS")) {
        assertThat(settings.variables(service))
            .as(pod + " sets a property that nothing reads")
            .contains(variable);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void noVariableIsSetTwice(Rendered.PodOf pod) {
    assertThat(Rendered.stream(pod.container().path("env")).map(v -> v.path("name").asText()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theGatewayKnowsTheServicesByNamesThatExist() {
    Rendered rendered = Chart.example("evaluation");
    Map<String, String> gateway = variables(rendered.pod("Deployment", "tw-tradewind-gateway"));

    for (String service : Set.of("ingest", "metrics", "alerts")) {
      JsonNode target = rendered.one("Service", "tw-tradewind-" + service);
      assertThat(gateway.get("TRADEWIND_UPSTREAM_" + service.toUpperCase(java.util.Locale.ROOT)))
          .isEqualTo(
              "http://tw-tradewind-%s:%d"
                  .formatted(service, target.at("/spec/ports/0/port").asInt()));
    }
    assertThat(gateway.keySet()).noneMatch(name -> name.startsWith("KAFKA_"));
  }

  @Test
  void theServicesKnowWhereTheGatewayPublishesItsKeys() {
    Rendered rendered = Chart.example("evaluation-closed");
    int port = rendered.one("Service", "tw-tradewind-gateway").at("/spec/ports/0/port").asInt();

    for (String service : Set.of("ingest", "metrics", "alerts")) {
      assertThat(variables(rendered.pod("Deployment", "tw-tradewind-" + service)))
          .containsEntry("TRADEWIND_ACCESS_ANONYMOUS", "none")
          .containsEntry(
              "TRADEWIND_ACCESS_TOKEN_KEYS",
              "http://tw-tradewind-gateway:%d/.well-known/jwks.json".formatted(port));
    }
  }

  @Test
  void theGatewayKnowsItsCallersAsItsOperatorsAskFor() {
    assertThat(access("evaluation"))
        .isEqualTo(Map.of("TRADEWIND_ACCESS_ANONYMOUS", "unsafe-anyone"));
    assertThat(access("production-plaintext"))
        .isEqualTo(
            Map.of(
                "TRADEWIND_ACCESS_ANONYMOUS",
                "none",
                "TRADEWIND_KEYS_BOOTSTRAP_SECRET",
                "tradewind-bootstrap/bootstrap-secret"));
    assertThat(access("production-scram"))
        .containsEntry("TRADEWIND_KEYS_BOOTSTRAP_SECRET", "tradewind-bootstrap/secret")
        .containsEntry("TRADEWIND_SIGNING_SECRET", "tradewind-signing/signing-secret")
        .containsEntry("TRADEWIND_OIDC_ISSUER", "https://login.example.com")
        .containsEntry("TRADEWIND_OIDC_AUDIENCE", "trade-api")
        .doesNotContainKey("TRADEWIND_OIDC_LOGIN_ENABLED");
    assertThat(access("production-mtls"))
        .containsEntry("TRADEWIND_OIDC_ROLES_VIEWER", "analysts,auditors")
        .containsEntry("TRADEWIND_OIDC_ROLES_CLAIM", "realm_access/roles")
        .containsEntry("TRADEWIND_OIDC_LOGIN_ENABLED", "true")
        .containsEntry("TRADEWIND_OIDC_LOGIN_HTTPS", "true")
        .containsEntry("TRADEWIND_OIDC_LOGIN_CLIENT_SECRET", "tradewind-login/client-secret");
  }

  private static Map<String, String> access(String example) {
    Rendered rendered = Chart.example(example);
    String gateway =
        rendered
            .of("Deployment")
            .map(deployment -> deployment.at("/metadata/name").asText())
            .filter(name -> name.endsWith("-gateway"))
            .findFirst()
            .orElseThrow();
    Map<String, String> variables = variables(rendered.pod("Deployment", gateway));
    variables.keySet().removeIf(name -> !name.matches("TRADEWIND_(ACCESS|KEYS|SIGNING|OIDC)_.*"));
    return variables;
  }

  @Test
  void tracesGoToTheCollectorOrNowhere() {
    for (String service : SERVICES) {
      assertThat(
              variables(
                  Chart.example("production-scram").pod("Deployment", "tw-tradewind-" + service)))
          .containsEntry("QUARKUS_OTEL_SDK_DISABLED", "false")
          .containsEntry("QUARKUS_OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://otlp.example.com")
          .containsEntry("QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf")
          .containsEntry("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0.1")
          .containsEntry("QUARKUS_OTEL_EXPORTER_OTLP_TRACES_HEADERS", "tradewind-otlp/headers");
      assertThat(
              variables(Chart.example("evaluation").pod("Deployment", "tw-tradewind-" + service))
                  .keySet())
          .noneMatch(name -> name.startsWith("QUARKUS_OTEL_"));
    }
  }

  @Test
  void kafkaIsReachedAsItsOperatorsAskFor() {
    assertThat(kafka("evaluation"))
        .isEqualTo(Map.of("KAFKA_BOOTSTRAP_SERVERS", "tw-tradewind-kafka.trade.svc:9092"));
    assertThat(kafka("production-plaintext"))
        .isEqualTo(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"));
    assertThat(kafka("production-scram"))
        .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
        .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
        .containsEntry("KAFKA_SASL_JAAS_CONFIG", "tradewind-kafka-user/sasl.jaas.config")
        .containsEntry("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM")
        .containsEntry("KAFKA_REQUEST_TIMEOUT_MS", "60000")
        .doesNotContainKey("KAFKA_SSL_KEYSTORE_LOCATION");
    assertThat(kafka("production-mtls"))
        .containsEntry("KAFKA_SECURITY_PROTOCOL", "SSL")
        .containsEntry("KAFKA_SSL_KEYSTORE_TYPE", "PKCS12")
        .containsEntry("KAFKA_SSL_KEYSTORE_PASSWORD", "tradewind/user.password")
        .doesNotContainKey("KAFKA_SASL_MECHANISM");
  }

  @ParameterizedTest
  @MethodSource("services")
  void filesNamedInTheEnvironmentAreMounted(Rendered.PodOf pod) {
    Set<String> mounted = new TreeSet<>();
    pod.container().path("volumeMounts").forEach(m -> mounted.add(m.path("mountPath").asText()));

    assertThat(
            variables(pod).values().stream()
                .flatMap(value -> Stream.of(value.split("[=?&]")))
                .filter(value -> value.startsWith("/etc/")))
        .allMatch(
            file ->
                mounted.contains(file)
                    || mounted.contains(file.substring(0, file.lastIndexOf('/'))));
  }

  @Test
  void groupsThatAnAutoscalerWatchesAreTheOnesTheServicesUse() {
    JsonNode metrics =
        Chart.example("production-scram").one("ScaledObject", "tw-tradewind-metrics");
    JsonNode alerts = Chart.example("production-mtls").one("ScaledObject", "tw-tradewind-alerts");

    assertThat(metrics.findValuesAsText("consumerGroup"))
        .containsOnly(settings.defaultOf("metrics", "tradewind.metrics.group"));
    assertThat(metrics.findValuesAsText("topic"))
        .containsExactly("tradewind.exports", "tradewind.submissions");
    assertThat(alerts.findValuesAsText("consumerGroup"))
        .containsOnly(settings.defaultOf("alerts", "tradewind.alerts.consumer.group"));
    assertThat(alerts.findValuesAsText("topic")).containsExactly("tradewind.indicators");
  }

  private static String service(Rendered.PodOf pod) {
    String name = pod.container().path("name").asText();
    return name.equals("migrate") ? pod.name().substring(pod.name().lastIndexOf('-') + 1) : name;
  }

  private static Map<String, String> kafka(String example) {
    String prefix = example.equals("production-plaintext") ? "tw-exports" : "tw-tradewind";
    return variables(Chart.example(example).pod("Deployment", prefix + "-ingest"))
        .entrySet()
        .stream()
        .filter(e -> e.getKey().startsWith("KAFKA_"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Name → value, or "secret/key". */
  static Map<String, String> variables(Rendered.PodOf pod) {
    return Rendered.stream(pod.container().path("env"))
        .collect(
            Collectors.toMap(
                v -> v.path("name").asText(),
                v ->
                    v.has("value")
                        ? v.path("value").asText()
                        : v.at("/valueFrom/secretKeyRef/name").asText()
                            + "/"
                            + v.at("/valueFrom/secretKeyRef/key").asText(),
                (a, b) -> a));
  }
}
