package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Topics;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts and settings that the chart hands to Kafka and PostgreSQL. */
class EvaluationServersTest {
  @Test
  void theBrokersSettingsAreTheBrokersOwn() throws IOException {
    Properties properties = new Properties();
    properties.load(
        new StringReader(
            Chart.example("evaluation")
                .one("ConfigMap", "tw-tradewind-kafka")
                .at("/data/server.properties")
                .asText()));

    KafkaConfig broker = KafkaConfig.fromProps(properties);

    assertThat(broker.originals().keySet())
        .allSatisfy(name -> assertThat(AbstractKafkaConfig.CONFIG_DEF.names()).contains(name));
    assertThat(broker.autoCreateTopicsEnable()).isFalse();
    assertThat(broker.getLong("log.retention.ms")).isEqualTo(-1);
    assertThat(properties.getProperty("advertised.listeners"))
        .isEqualTo(
            "PLAINTEXT://"
                + EnvironmentTest.variables(
                        Chart.example("evaluation").pod("Deployment", "tw-tradewind-ingest"))
                    .get("KAFKA_BOOTSTRAP_SERVERS"));
  }

  @Test
  void theClustersIdIsOneAndStaysTheSame() {
    String id =
        EnvironmentTest.variables(
                Chart.example("evaluation").pod("StatefulSet", "tw-tradewind-kafka"))
            .get("CLUSTER_ID");

    assertThat(Uuid.fromString(id).toString()).isEqualTo(id);
    assertThat(
            EnvironmentTest.variables(
                Chart.example("evaluation-minimal").pod("StatefulSet", "tw-tradewind-kafka")))
        .containsEntry("CLUSTER_ID", id);
  }

  @Test
  void theDatabasesAreTheOnesTheServicesAskFor() {
    String init =
        Chart.example("evaluation")
            .one("ConfigMap", "tw-tradewind-postgresql")
            .at("/data/init.sh")
            .asText();

    for (String service : List.of("gateway", "ingest", "metrics", "alerts")) {
      Map<String, String> environment =
          EnvironmentTest.variables(
              Chart.example("evaluation").pod("Deployment", "tw-tradewind-" + service));
      assertThat(init)
          .contains(
              "CREATE DATABASE %s OWNER %s;"
                  .formatted(
                      environment.get("TRADEWIND_DB_NAME"), environment.get("TRADEWIND_DB_USER")));
    }
  }

  @Test
  void missingTopicsAreMadeAndExistingOnesHeldToUnlimitedRetention(@TempDir Path folder)
      throws Exception {
    List<String> calls = runTopicsScript("evaluation", folder, "tradewind.submissions");

    assertThat(calls)
        .contains(
            "kafka-topics.sh --create --if-not-exists --topic tradewind.exports --partitions 12 --replication-factor 1 --config=cleanup.policy=delete --config=min.insync.replicas=1 --config=retention.bytes=-1 --config=retention.ms=-1",
            "kafka-configs.sh --alter --entity-type topics --entity-name tradewind.submissions --add-config cleanup.policy=delete,min.insync.replicas=1,retention.bytes=-1,retention.ms=-1",
            "kafka-topics.sh --create --if-not-exists --topic tradewind.indicators --partitions 6 --replication-factor 1 --config=cleanup.policy=delete --config=min.insync.replicas=1 --config=retention.bytes=-1 --config=retention.ms=-1");
    assertThat(
            calls.stream()
                .filter(call -> call.contains("--describe"))
                .map(call -> call.substring(call.lastIndexOf(' ') + 1)))
        .containsExactlyInAnyOrderElementsOf(Topics.ALL);
  }

  @Test
  void theTopicsScriptSpeaksToKafkaAsTheServicesDo(@TempDir Path folder) throws Exception {
    runTopicsScript("production-scram", folder, "");

    Properties client = new Properties();
    try (var in = Files.newBufferedReader(folder.resolve("client.properties"))) {
      client.load(in);
    }
    assertThat(client)
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry("sasl.jaas.config", "Module required username=\"a\" password=\"b=\\c\";")
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("request.timeout.ms", "60000")
        .doesNotContainKey("bootstrap.servers");
    assertThat(Files.getPosixFilePermissions(folder.resolve("client.properties"))).hasSize(2);
  }

  /** With stand-ins for Kafka's scripts that write down how they were called. */
  private static List<String> runTopicsScript(String example, Path folder, String existing)
      throws Exception {
    Rendered rendered = Chart.example(example);
    Rendered.PodOf job =
        rendered.pods().stream()
            .filter(pod -> pod.name().contains("-topics-"))
            .findFirst()
            .orElseThrow();
    String script = rendered.one("ConfigMap", job.name()).at("/data/topics.sh").asText();
    for (String tool : List.of("kafka-topics.sh", "kafka-configs.sh")) {
      Path stub =
          Files.writeString(
              folder.resolve(tool),
              """
          #!/bin/bash
          [ "$1" = --bootstrap-server ] && [ "$3" = --command-config ] && [ -f "$4" ] || exit 9
          shift 4
          echo "%s $*" >>"$TMPDIR/calls"
          [ "$1" = --list ] && echo "$EXISTING" || true
          """
                  .formatted(tool));
      assertThat(stub.toFile().setExecutable(true)).isTrue();
    }
    ProcessBuilder process = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
    EnvironmentTest.variables(job)
        .forEach(
            (name, value) -> {
              if (name.startsWith("KAFKA_")) {
                process
                    .environment()
                    .put(
                        name,
                        name.contains("JAAS")
                            ? "Module required username=\"a\" password=\"b=\\c\";"
                            : value);
              }
            });
    process.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    process.environment().put("TMPDIR", folder.toString());
    process.environment().put("EXISTING", existing);
    Process run = process.start();
    String output =
        new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(output).isZero();
    return Files.readAllLines(folder.resolve("calls"));
  }
}
