package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.ServiceProcess;
import dev.tradewind.standalone.system.Settings;
import dev.tradewind.testing.CustomsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two processes of ingest on one database watch one folder and take uploads, and one of them is
 * killed in the middle: each delivery becomes one submission, and all of them are applied.
 */
class IngestReplicasIT {
  private static final int DELIVERIES = 40;
  private static final int UPLOADS = 20;

  private static RunningSystem system;
  private static Path folder;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory(Path.of("target"), "drop-").toAbsolutePath();
    system =
        RunningSystem.start(
            "ingest-replicas",
            Settings.defaults()
                .withReplicas(Service.INGEST, 2)
                .with(Service.INGEST, "TRADEWIND_INGEST_WORK_LEASE", "5s")
                .with(
                    Service.INGEST, "TRADEWIND_INGEST_SOURCE_FOLDER__DROP__PATH", folder.toString())
                .with(Service.INGEST, "TRADEWIND_INGEST_SOURCE_POLL_EVERY", "0.3s")
                .with(Service.INGEST, "TRADEWIND_INGEST_SOURCE_SETTLE", "PT0.5S")
                .with(Service.INGEST, "TRADEWIND_INGEST_SOURCE_CLAIM", "PT5S"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void eachDeliveryIsOneSubmissionThoughAReplicaDies() throws IOException {
    // Given files that appear in the folder, and others that are uploaded at the same time
    for (int i = 0; i < DELIVERIES / 2; i++) {
      deliver(i);
    }
    List<String> uploaded = new ArrayList<>();
    for (int i = 0; i < UPLOADS; i++) {
      uploaded.add(
          system.api().submit(List.of(Upload.of("upload-" + i + ".csv", file(100 + i))), Map.of()));
    }
    await("some are taken").atMost(Duration.ofMinutes(1)).until(() -> taken().size() >= 5);

    // When one of the processes is killed while more come, and another takes its place
    ServiceProcess first = system.parts().service(Service.INGEST);
    first.kill();
    for (int i = DELIVERIES / 2; i < DELIVERIES; i++) {
      deliver(i);
    }
    system.restart(Service.INGEST);

    // Then every delivery became one submission of its own, and everything is applied
    await("all are taken").atMost(Duration.ofMinutes(2)).until(() -> taken().size() == DELIVERIES);
    Set<String> submissions = new HashSet<>(uploaded);
    for (JsonNode object : taken()) {
      submissions.add(object.path("submission").asText());
    }
    assertThat(submissions).hasSize(DELIVERIES + UPLOADS);
    submissions.forEach(system.api()::awaitApplied);
    assertThat(system.api().list("/submissions", Map.of())).hasSize(DELIVERIES + UPLOADS);

    // And a result stands beside each file
    await("results")
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".result.json")).count()
                    == DELIVERIES;
              }
            });
  }

  /** All of them were made at once, so that both processes see them at once. */
  private static void deliver(int number) throws IOException {
    Path part = folder.resolve("delivery-" + number + ".csv.part");
    Files.write(part, file(number).bytes());
    Files.move(part, folder.resolve("delivery-" + number + ".csv"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static CustomsFile file(int number) {
    return CustomsFile.usd()
        .row("2024-%02d".formatted(number % 12 + 1), "CN-GD", "USA", "39221000", 1_000 + number)
        .row("2024-%02d".formatted(number % 12 + 1), "CN-ZJ", "JPN", "39221000", 2_000 + number);
  }

  private static List<JsonNode> taken() {
    return system.api().list("/sources/drop/objects", Map.of("limit", "1000")).stream()
        .filter(object -> object.path("state").asText().equals("taken"))
        .toList();
  }
}
