package dev.tradewind.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PostgresGuardTest {

  /** A JVM that embeds a database and is killed while it runs. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
      EmbeddedPostgres postgres = EmbeddedPostgres.at(Path.of(arguments[0])).start();
      System.out.println(postgres.port());
      Thread.currentThread().join();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no shell to guard the database")
  void endsTheDatabaseOfAKilledJvm(@TempDir Path directory) throws IOException {
    // Given a database in another JVM
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                directory.toString())
            .redirectError(Redirect.INHERIT)
            .start();
    int port = Integer.parseInt(firstLine(victim));
    assertThat(Loopback.isFree(port)).isFalse();

    // When that JVM is killed
    victim.destroyForcibly();

    // Then its database ends, and the next one can open the directory at once
    try (EmbeddedPostgres next = EmbeddedPostgres.at(directory).start()) {
      assertThat(next.port()).isNotEqualTo(port);
      await().atMost(Duration.ofSeconds(30)).until(() -> Loopback.isFree(port));
    }
  }

  private static String firstLine(Process process) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      return reader.readLine();
    }
  }
}
