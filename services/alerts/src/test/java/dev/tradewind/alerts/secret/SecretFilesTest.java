package dev.tradewind.alerts.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {
  @TempDir Path parent;

  private Path directory;
  private SecretFiles files;

  @BeforeEach
  void write() throws IOException {
    directory = Files.createDirectory(parent.resolve("secrets"));
    Files.writeString(parent.resolve("outside"), "outside");
    files = new SecretFiles(Optional.of(directory));
  }

  @Test
  void aFileIsReadWithoutItsLineEndAndAgainWhenItChanges() throws IOException {
    Files.writeString(directory.resolve("token"), "xoxb-1\n");
    assertThat(files.read("token").reveal()).isEqualTo("xoxb-1");
    Files.writeString(directory.resolve("token"), "xoxb-2\n");
    assertThat(files.read("token").reveal()).isEqualTo("xoxb-2");
  }

  @Test
  void linksWithinTheDirectoryAreHowKubernetesMounts() throws IOException {
    Path data = Files.createDirectory(directory.resolve("..data"));
    Files.writeString(data.resolve("token"), "xoxb-1");
    Files.createSymbolicLink(directory.resolve("token"), Path.of("..data", "token"));
    assertThat(files.read("token").reveal()).isEqualTo("xoxb-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../outside", "..", ".", "", "/etc/passwd", "a/b", "a\\b", "..data", "a\0b", "-x"})
  void otherPathsAreRefused(String ref) {
    assertThat(SecretFiles.isName(ref)).isFalse();
    assertThatThrownBy(() -> files.read(ref)).isInstanceOf(SecretException.class);
  }

  @Test
  void aLinkOutOfTheDirectoryIsRefused() throws IOException {
    Files.createSymbolicLink(directory.resolve("token"), parent.resolve("outside"));
    assertThatThrownBy(() -> files.read("token"))
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("leads out");
  }

  @Test
  void whatCannotBeASecretIsRefused() throws IOException {
    Files.writeString(directory.resolve("empty"), "\n");
    Files.writeString(directory.resolve("huge"), "a".repeat(20_000));
    Files.createDirectory(directory.resolve("folder"));
    for (String ref : new String[] {"empty", "huge", "folder", "missing"}) {
      assertThatThrownBy(() -> files.read(ref)).as(ref).isInstanceOf(SecretException.class);
    }
    assertThatThrownBy(() -> new SecretFiles(Optional.empty()).read("token"))
        .hasMessageContaining("tradewind.secrets.directory");
  }
}
