package dev.tradewind.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Leaves a file behind when a run fails, and only then, for the build to look at. */
final class FailureNote {
  private FailureNote() {}

  /** The exit code of the run, which fails until it has told otherwise. */
  static int around(Optional<Path> note, IntSupplier run) {
    note.ifPresent(FailureNote::write);
    int code = run.getAsInt();
    if (code == 0) {
      note.ifPresent(FailureNote::remove);
    }
    return code;
  }

  private static void write(Path note) {
    try {
      Files.writeString(note, "The run has not ended well.\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + note, e);
    }
  }

  private static void remove(Path note) {
    try {
      Files.deleteIfExists(note);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + note, e);
    }
  }
}
