package dev.tradewind.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

  @Test
  void admitsOneRunAtATime(@TempDir Path directory) {
    Workspace first = Workspace.lasting(directory);
    assertThatThrownBy(() -> Workspace.lasting(directory))
        .isInstanceOf(SystemStartException.class)
        .hasMessageContaining(directory.toString());
    first.close();
    Workspace.lasting(directory).close();
  }

  @Test
  void keepsADirectoryThatWasNamed(@TempDir Path directory) throws IOException {
    Path data = directory.resolve("new");
    try (Workspace workspace = Workspace.lasting(data)) {
      Files.writeString(workspace.directory("kafka").resolve("log"), "");
    }
    assertThat(data.resolve("kafka/log")).exists();
  }

  @Test
  void removesATemporaryDirectory() {
    Workspace workspace = Workspace.temporary();
    Path logs = workspace.directory("logs");
    workspace.close();
    assertThat(logs.getParent()).doesNotExist();
  }

  @Test
  void keepsATemporaryDirectoryThatSomebodyMustLookInto() throws IOException {
    Workspace workspace = Workspace.temporary();
    Path kept = workspace.keep();
    workspace.close();
    assertThat(kept).exists();
    Files.delete(kept.resolve("tradewind.lock"));
    Files.delete(kept);
  }

  @Test
  void saysThatADirectoryCannotBeUsed(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> Workspace.lasting(file)).isInstanceOf(SystemStartException.class);
  }
}
