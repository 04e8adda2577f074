package dev.tradewind.systemtests;

import dev.tradewind.testing.CustomsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file to send. */
final class Upload {
  private final String name;
  private final byte[] bytes;

  Upload(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  static Upload of(String name, CustomsFile file) {
    return new Upload(name, file.bytes());
  }

  static List<Upload> of(List<Path> files) {
    return files.stream().map(Upload::of).toList();
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  private static Upload of(Path file) {
    try {
      return new Upload(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
