package dev.tradewind.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureNoteTest {
  @TempDir private Path directory;

  @Test
  void isLeftByARunThatFails() {
    Path note = directory.resolve("failed");
    assertThat(FailureNote.around(Optional.of(note), () -> 1)).isEqualTo(1);
    assertThat(note).exists();
  }

  @Test
  void isLeftByARunThatBreaks() {
    Path note = directory.resolve("failed");
    assertThatThrownBy(() -> FailureNote.around(Optional.of(note), () -> Integer.parseInt("")))
        .isInstanceOf(NumberFormatException.class);
    assertThat(note).exists();
  }

  @Test
  void isRemovedByTheNextRunThatSucceeds() {
    Path note = directory.resolve("failed");
    FailureNote.around(Optional.of(note), () -> 1);
    assertThat(FailureNote.around(Optional.of(note), () -> 0)).isZero();
    assertThat(note).doesNotExist();
  }
}
