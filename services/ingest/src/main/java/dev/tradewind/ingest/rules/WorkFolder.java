package dev.tradewind.ingest.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of this process's temporary files. A lock beside it shows that its owner lives, in
 * whatever container; what processes that were killed left behind is removed when another starts.
 */
final class WorkFolder implements AutoCloseable {
  private static final String PREFIX = "tradewind-ingest-";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final Path lockFile;
  private final FileChannel lock;

  private WorkFolder(Path folder, Path lockFile, FileChannel lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** A new folder in that one, which is swept first. */
  static WorkFolder in(Path parent) throws IOException {
    Files.createDirectories(parent);
    sweep(parent);
    while (true) {
      String name = PREFIX + UUID.randomUUID();
      Path lockFile = parent.resolve(name + LOCK);
      FileChannel lock = locked(lockFile);
      // Somebody who sweeps may have come between making it and locking it.
      if (lock != null && Files.exists(lockFile)) {
        return new WorkFolder(Files.createDirectory(parent.resolve(name)), lockFile, lock);
      }
    }
  }

  Path path() {
    return folder;
  }

  private static void sweep(Path parent) throws IOException {
    List<Path> locks;
    try (Stream<Path> files = Files.list(parent)) {
      locks = files.filter(WorkFolder::isLock).toList();
    }
    for (Path lockFile : locks) {
      FileChannel lock = locked(lockFile);
      if (lock != null) {
        String name = lockFile.getFileName().toString();
        delete(parent.resolve(name.substring(0, name.length() - LOCK.length())));
        Files.deleteIfExists(lockFile);
        lock.close();
      }
    }
  }

  private static boolean isLock(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(LOCK);
  }

  /** The file, opened and locked; null if another has it. */
  private static @Nullable FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Another one of this process has it.
    }
    channel.close();
    return null;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() {
    try {
      delete(folder);
      Files.deleteIfExists(lockFile);
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
