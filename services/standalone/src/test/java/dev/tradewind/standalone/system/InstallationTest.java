package dev.tradewind.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  @Test
  void namesTheServiceThatIsNotPackaged(@TempDir Path home) throws IOException {
    // Given all services but one
    Installation installation = new Installation(home);
    for (String service : new String[] {"ingest", "metrics", "gateway"}) {
      Path directory = Files.createDirectories(home.resolve("services").resolve(service));
      Files.writeString(directory.resolve("quarkus-run.jar"), "");
    }

    // Then
    assertThatThrownBy(installation::verify)
        .isInstanceOf(SystemStartException.class)
        .hasMessageContaining("alerts");
    assertThat(installation.runner(Service.INGEST)).exists();
  }

  @Test
  void isFoundBesideTheClassesOfTheBuild() {
    assertThat(Installation.ofThisCode().home()).endsWithRaw(Path.of("target", "tradewind"));
  }
}
