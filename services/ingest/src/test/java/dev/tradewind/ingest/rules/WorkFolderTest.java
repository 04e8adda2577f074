package dev.tradewind.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  @TempDir Path parent;

  private long entries() throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.count();
    }
  }

  @Test
  void leavesNothingBehindWhenItsProcessEnds() throws IOException {
    WorkFolder folder = WorkFolder.in(parent);
    Files.writeString(folder.path().resolve("archive.zip"), "half");

    folder.close();

    assertThat(entries()).isZero();
  }

  @Test
  void leavesFoldersOfTheLivingAndOtherFilesAlone() throws IOException {
    Files.writeString(parent.resolve("somebody-elses"), "x");
    WorkFolder first = WorkFolder.in(parent);
    Files.writeString(first.path().resolve("cells"), "x");

    WorkFolder second = WorkFolder.in(parent);

    assertThat(first.path().resolve("cells")).exists();
    assertThat(second.path()).exists().isNotEqualTo(first.path());
    first.close();
    second.close();
    assertThat(parent.resolve("somebody-elses")).exists();
  }

  @Test
  void removesWhatAKilledProcessLeftBehind() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                parent.toString())
            .inheritIO()
            .start();
    Awaitility.await().until(() -> entries() == 3);
    WorkFolder beside = WorkFolder.in(parent);
    beside.close();
    assertThat(parent.resolve("ready")).exists();
    assertThat(entries()).isEqualTo(3);

    process.destroyForcibly().onExit().join();
    WorkFolder after = WorkFolder.in(parent);

    assertThat(entries()).as("its own folder and lock, and the mark").isEqualTo(3);
    assertThat(after.path()).isEmptyDirectory();
    after.close();
    assertThat(entries()).isEqualTo(1);
  }

  /** Has a file in its folder, and waits to be killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      Path parent = Path.of(arguments[0]);
      WorkFolder folder = WorkFolder.in(parent);
      Files.writeString(folder.path().resolve("archive.zip"), "half");
      Files.writeString(parent.resolve("ready"), "");
      Thread.sleep(60_000);
    }
  }
}
