package dev.tradewind.standalone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory of a run: data, logs, generated input. One run at a time may use it. */
public final class Workspace implements AutoCloseable {
  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;

  private Workspace(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock(path);
  }

  /** A directory that is removed at the end. */
  public static Workspace temporary() {
    try {
      return new Workspace(Files.createTempDirectory("tradewind-"), true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a temporary directory", e);
    }
  }

  /** A directory that stays; a later run on it finds the data of this one. */
  public static Workspace lasting(Path path) {
    try {
      return new Workspace(Files.createDirectories(path.toAbsolutePath().normalize()), false);
    } catch (IOException e) {
      throw new SystemStartException(
          "cannot use " + path + " as the data directory: " + e.getMessage(),
          "Name a directory that you may write to.");
    }
  }

  /** Whether the data go at the end. */
  boolean isTemporary() {
    return temporary;
  }

  /** A directory inside this one. */
  public Path directory(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + path.resolve(name), e);
    }
  }

  /** Keeps the directory although it is temporary: somebody has to look into its logs. */
  public Path keep() {
    release();
    return path;
  }

  @Override
  public void close() {
    boolean ours = lock.isOpen();
    release();
    if (!temporary || !ours || !Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }

  private void release() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + path, e);
    }
  }

  private static FileChannel lock(Path path) {
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolve("tradewind.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new SystemStartException(
            path + " is in use by another Tradewind",
            "Stop that one, or name another data directory.");
      }
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + path, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
