package dev.tradewind.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where an embedded part keeps its files.
 *
 * @param path the directory, existing
 * @param temporary whether it goes when its owner closes
 */
record DataDirectory(Path path, boolean temporary) {

  static DataDirectory temporary(String prefix) {
    try {
      return new DataDirectory(Files.createTempDirectory(prefix), true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a temporary directory", e);
    }
  }

  static DataDirectory lasting(Path path) {
    try {
      return new DataDirectory(Files.createDirectories(path.toAbsolutePath()), false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the directory " + path, e);
    }
  }

  void deleteIfTemporary() {
    if (!temporary || !Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }
}
