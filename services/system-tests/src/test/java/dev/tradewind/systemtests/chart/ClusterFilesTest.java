package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of k8s/ and what they say of each other and of the chart. */
class ClusterFilesTest {
  private static final Path FOLDER = Chart.SOURCE.resolve("../../k8s").normalize();

  @Test
  void theReadmeAppliesEveryFileInTheirOrder() throws IOException {
    String readme = Files.readString(FOLDER.resolve("README.md"));

    assertThat(files().map(file -> readme.indexOf("k8s/" + file))).doesNotContain(-1).isSorted();
  }

  @Test
  void objectsOfKubernetesItselfAreWhole() {
    assertThat(objects().filter(object -> object.path("apiVersion").asText().equals("v1")))
        .hasSizeGreaterThan(3)
        .allSatisfy(object -> assertThat(Strict.problems(object)).isEmpty());
  }

  @Test
  void theChartInstallsOnThisCluster() {
    Rendered rendered = Chart.values(read("50-tradewind-values.yaml"));

    assertThat(rendered.objects())
        .allSatisfy(object -> assertThat(Strict.problems(object)).isEmpty());
    String kafka = named("Kafka");
    assertThat(rendered.of("KafkaTopic"))
        .hasSize(3)
        .allSatisfy(
            topic -> {
              assertThat(topic.at("/metadata/labels/strimzi.io~1cluster").asText())
                  .isEqualTo(kafka);
              assertThat(topic.at("/metadata/namespace").asText()).isEqualTo("kafka");
            });
    assertThat(EnvironmentTest.variables(rendered.pod("Deployment", "tw-tradewind-metrics")))
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", kafka + "-kafka-bootstrap.kafka.svc:9093")
        .containsEntry("KAFKA_SSL_KEYSTORE_PASSWORD", named("KafkaUser") + "/user.password")
        .containsEntry("TRADEWIND_DB_HOST", named("Cluster") + "-rw.tradewind.svc");
  }

  @Test
  void theChartSignsPeopleInAtTheProviderOfThisFolder() throws IOException {
    Map<String, String> gateway =
        EnvironmentTest.variables(
            Chart.values(read("50-tradewind-values.yaml"))
                .pod("Deployment", "tw-tradewind-gateway"));
    JsonNode provider = object("Deployment", "keycloak");
    JsonNode service = object("Service", "keycloak");
    JsonNode realm =
        new ObjectMapper()
            .readTree(
                object("ConfigMap", "keycloak-realm").at("/data/tradewind-realm.json").asText());
    JsonNode secret = object("Secret", "tradewind-login").path("stringData");

    String address =
        "http://%s.%s.svc:%d"
            .formatted(
                service.at("/metadata/name").asText(),
                service.at("/metadata/namespace").asText(),
                service.at("/spec/ports/0/port").asInt());
    assertThat(provider.findValuesAsText("value")).contains(address);
    assertThat(gateway)
        .containsEntry("TRADEWIND_OIDC_ISSUER", address + "/realms/" + realm.path("realm").asText())
        .containsEntry("TRADEWIND_OIDC_LOGIN_CLIENT_SECRET", "tradewind-login/client-secret")
        .containsEntry("TRADEWIND_OIDC_LOGIN_COOKIE_SECRET", "tradewind-login/cookie-secret");
    assertThat(realm.path("clients"))
        .anySatisfy(
            client -> {
              assertThat(client.path("clientId").asText())
                  .isEqualTo(gateway.get("TRADEWIND_OIDC_LOGIN_CLIENT_ID"));
              assertThat(client.path("secret")).isEqualTo(secret.path("client-secret"));
            })
        .anySatisfy(
            client ->
                assertThat(client.findValuesAsText("included.custom.audience"))
                    .containsExactly(gateway.get("TRADEWIND_OIDC_AUDIENCE")));
    assertThat(secret.path("cookie-secret").asText()).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void everyServiceHasADatabaseARoleAndASecret() {
    for (String service : List.of("gateway", "ingest", "metrics", "alerts")) {
      assertThat(objects().filter(o -> o.path("kind").asText().equals("Database")))
          .anySatisfy(
              database -> {
                assertThat(database.at("/spec/name").asText()).isEqualTo(service);
                assertThat(database.at("/spec/owner").asText()).isEqualTo(service);
              });
      assertThat(
              objects()
                  .filter(o -> o.at("/metadata/name").asText().equals("tradewind-db-" + service)))
          .singleElement()
          .satisfies(
              secret -> assertThat(secret.at("/stringData/username").asText()).isEqualTo(service));
    }
  }

  @Test
  void whatArgoCdInstallsIsWhatTheChartTakes() throws IOException {
    JsonNode source =
        objects()
            .filter(o -> o.path("kind").asText().equals("Application"))
            .findFirst()
            .orElseThrow()
            .at("/spec/source");
    Path chart = FOLDER.resolve("..").resolve(source.path("path").asText()).toRealPath();
    Path values = chart.resolve(source.at("/helm/valueFiles/0").asText());

    assertThat(chart).isEqualTo(Chart.SOURCE.toRealPath());
    StringBuilder all = new StringBuilder(Files.readString(values));
    source
        .at("/helm/valuesObject")
        .properties()
        .forEach(e -> all.append(e.getKey() + ": " + e.getValue() + "\n"));
    assertThat(Chart.values(all.toString()).of("Job")).hasSize(4);
  }

  private static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String named(String kind) {
    return objects()
        .filter(
            o ->
                o.path("kind").asText().equals(kind)
                    && !o.path("apiVersion").asText().startsWith("kind."))
        .map(o -> o.at("/metadata/name").asText())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode object(String kind, String name) {
    return objects()
        .filter(o -> o.path("kind").asText().equals(kind))
        .filter(o -> o.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> objects() {
    try {
      return files().flatMap(file -> Stream.of(read(file).split("(?m)^---$"))).map(Chart::yaml);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
