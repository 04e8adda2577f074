package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.Topics;
import dev.tradewind.embedded.EmbeddedKafka;
import dev.tradewind.embedded.EmbeddedPostgres;
import dev.tradewind.embedded.Loopback;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged services run as the chart's containers say, and the chart's own test passes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final List<String> SERVICES = List.of("ingest", "metrics", "alerts", "gateway");

  private static final String BOOTSTRAP = "not-a-secret-but-long-enough-for-one";

  private static final boolean CONFINED = ContainerLike.canConfine();
  private static final EmbeddedKafka KAFKA = EmbeddedKafka.temporary();
  private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
  private static final Map<String, Integer> PORTS = new HashMap<>();
  private static final Map<String, ContainerLike> RUNNING = new LinkedHashMap<>();

  @BeforeAll
  static void startTheServersThatTheServicesNeed() {
    KAFKA.start();
    POSTGRES.start();
    POSTGRES.createDatabases(SERVICES);
    SERVICES.forEach(service -> PORTS.put(service, Loopback.freePort()));
  }

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(ContainerLike::close);
    KAFKA.close();
    POSTGRES.close();
  }

  @Test
  @Order(1)
  void aMigrationJobBringsTheSchemaUpToDateAndEnds() throws Exception {
    Rendered.PodOf job =
        Chart.example("production-scram").pod("Job", "tw-tradewind-migrate-metrics");
    Map<String, String> environment = new HashMap<>(database("metrics"));
    environment.put(
        "QUARKUS_INIT_AND_EXIT", EnvironmentTest.variables(job).get("QUARKUS_INIT_AND_EXIT"));

    try (ContainerLike migration = ContainerLike.start(job, "metrics", environment, CONFINED)) {
      assertThat(migration.waitFor(PATIENCE)).as(migration.log()).isZero();
    }

    try (var connection = POSTGRES.dataSource("metrics").getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery("select count(*) from flyway_schema_history where success")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isPositive();
    }
  }

  @Test
  @Order(2)
  void withoutTopicsTheServicesLiveButAreNotReady() {
    SERVICES.forEach(
        service ->
            RUNNING.put(
                service,
                ContainerLike.start(pod(service), service, environment(service), CONFINED)));

    for (String service : List.of("ingest", "metrics", "alerts")) {
      awaitProbe(service, "startupProbe", 200);
      awaitProbe(service, "livenessProbe", 200);
      awaitProbe(service, "readinessProbe", 503);
    }
  }

  @Test
  @Order(3)
  void withTopicsEveryContainerBecomesReady() {
    KAFKA.createTopics(Map.of(Topics.EXPORTS, 3, Topics.SUBMISSIONS, 2, Topics.INDICATORS, 2));

    SERVICES.forEach(service -> awaitProbe(service, "readinessProbe", 200));
  }

  @Test
  @Order(4)
  void noContainerHasPrivilegesWhereThisMachineCanTakeThem() {
    if (CONFINED) {
      RUNNING.forEach(
          (service, container) -> {
            assertThat(container.status("Uid")).as(service).isEqualTo("65532 65532 65532 65532");
            assertThat(container.status("CapBnd")).as(service).matches("0+");
            assertThat(container.status("NoNewPrivs")).as(service).isEqualTo("1");
          });
    }
  }

  @Test
  @Order(5)
  void theTestOfTheChartPasses(@TempDir Path folder) throws Exception {
    String script = Chart.file("files/test.sh").replace("/tmp/", folder + "/");
    ProcessBuilder test = new ProcessBuilder("sh", "-ec", script).redirectErrorStream(true);
    test.environment().put("GATEWAY", "http://localhost:" + PORTS.get("gateway"));
    test.environment().put("ACCESS", environment("gateway").get("TRADEWIND_ACCESS_ANONYMOUS"));
    test.environment().put("BOOTSTRAP", BOOTSTRAP);
    Process run = test.start();
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("closed: a call without credentials is answered 401")
        .contains("applied, shown and withdrawn")
        .contains("revoked the key");
  }

  @Test
  @Order(6)
  void everyContainerStaysWithinItsMemory() {
    RUNNING.forEach(
        (service, container) ->
            assertThat(container.peakMemory())
                .as(service)
                .isLessThan(ContainerLike.memoryLimit(pod(service))));
  }

  @Test
  @Order(7)
  void everyContainerEndsWithinItsGracePeriod() throws Exception {
    RUNNING.values().forEach(ContainerLike::terminate);
    for (Map.Entry<String, ContainerLike> running : RUNNING.entrySet()) {
      int grace = pod(running.getKey()).spec().path("terminationGracePeriodSeconds").asInt();

      assertThat(running.getValue().waitFor(Duration.ofSeconds(grace)))
          .as(running.getKey())
          .isIn(0, 143);
    }
  }

  private static void awaitProbe(String service, String probe, int status) {
    ContainerLike container = RUNNING.get(service);
    await(service + " " + probe)
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(container.probe(pod(service), probe))
                    .as(container.log())
                    .isEqualTo(status));
  }

  private static Rendered.PodOf pod(String service) {
    return Chart.example("evaluation-closed").pod("Deployment", "tw-tradewind-" + service);
  }

  /** The chart's variables, with the addresses of this machine. */
  private static Map<String, String> environment(String service) {
    Map<String, String> environment = new HashMap<>(EnvironmentTest.variables(pod(service)));
    environment.computeIfPresent(
        "KAFKA_BOOTSTRAP_SERVERS", (name, value) -> KAFKA.bootstrapServers());
    if (environment.containsKey("TRADEWIND_DB_HOST")) {
      environment.putAll(database(service));
    }
    environment.computeIfPresent("TRADEWIND_KEYS_BOOTSTRAP_SECRET", (name, value) -> BOOTSTRAP);
    environment.computeIfPresent(
        "TRADEWIND_ACCESS_TOKEN_KEYS",
        (name, value) ->
            value.replace("tw-tradewind-gateway:8080", "localhost:" + PORTS.get("gateway")));
    environment.replaceAll(
        (name, value) ->
            name.startsWith("TRADEWIND_UPSTREAM_")
                ? "http://localhost:"
                    + PORTS.get(
                        name.substring("TRADEWIND_UPSTREAM_".length()).toLowerCase(Locale.ROOT))
                : value);
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(PORTS.get(service)));
    environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(MANAGEMENT.get(service)));
    return environment;
  }

  private static final Map<String, Integer> MANAGEMENT =
      SERVICES.stream()
          .collect(Collectors.toMap(service -> service, service -> Loopback.freePort()));

  private static Map<String, String> database(String service) {
    return Map.of(
        "TRADEWIND_DB_HOST",
        POSTGRES.host(),
        "TRADEWIND_DB_PORT",
        String.valueOf(POSTGRES.port()),
        "TRADEWIND_DB_NAME",
        service,
        "TRADEWIND_DB_USER",
        EmbeddedPostgres.USER,
        "TRADEWIND_DB_PASSWORD",
        EmbeddedPostgres.PASSWORD);
  }
}
