package dev.tradewind.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir private Path directory;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(directory.resolve("sub"));
    for (String name :
        List.of("b-2025.csv.gz", "a-2024.csv.gz", "a.csv", "note.txt", "sub/c.csv")) {
      Files.writeString(directory.resolve(name), "");
    }
  }

  @Test
  void findsPathsInTheirOrderAndGlobsByName() {
    assertThat(find("sub/c.csv, *.csv.gz"))
        .containsExactly("sub/c.csv", "a-2024.csv.gz", "b-2025.csv.gz");
  }

  @Test
  void findsAFileOnceOnly() {
    assertThat(find("a.csv,*.csv")).containsExactly("a.csv");
  }

  @Test
  void leavesTheCommaOfAGlobAlone() {
    assertThat(find("?-{2024,2025}.csv.gz")).hasSize(2);
  }

  @Test
  void looksIntoOtherDirectories() {
    assertThat(find("sub/../sub/*.csv")).containsExactly("sub/c.csv");
    assertThat(find("*/c.csv")).containsExactly("sub/c.csv");
    assertThat(InputFiles.find(directory + "/*.csv", Path.of("elsewhere"))).hasSize(1);
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> find("a.csv,d.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("d.csv");
    assertThatThrownBy(() -> find("*.tsv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("*.tsv");
    assertThatThrownBy(() -> find(" , ")).isInstanceOf(UsageException.class);
  }

  @Test
  void takesCsvOnly() {
    assertThatThrownBy(() -> find("note.txt"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("note.txt");
  }

  private List<String> find(String patterns) {
    return InputFiles.find(patterns, directory).stream()
        .map(file -> directory.relativize(file).toString().replace('\\', '/'))
        .toList();
  }
}
