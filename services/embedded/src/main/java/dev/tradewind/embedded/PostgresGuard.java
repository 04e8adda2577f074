package dev.tradewind.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a database server whose JVM was killed and could not end it: a shell that waits on a pipe
 * from this JVM, whose end it notices whatever the cause. Where there is no shell, the next start
 * on the same directory tells who is in the way.
 */
final class PostgresGuard implements AutoCloseable {
  private static final long PREDECESSOR_SECONDS = 30;

  /** The signals of a terminal reach the whole group; the guard must outlive them. */
  private static final String SCRIPT =
      "trap '' INT TERM HUP; cat > /dev/null; kill -INT \"$0\" 2> /dev/null";

  private final @Nullable Process shell;

  private PostgresGuard(@Nullable Process shell) {
    this.shell = shell;
  }

  static PostgresGuard over(Path cluster) {
    Optional<ProcessHandle> postmaster = postmaster(cluster);
    if (isWindows() || postmaster.isEmpty()) {
      return new PostgresGuard(null);
    }
    try {
      return new PostgresGuard(
          new ProcessBuilder("sh", "-c", SCRIPT, String.valueOf(postmaster.get().pid()))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the guard of the database process", e);
    }
  }

  /** Waits for a server of a killed JVM, which its guard is ending. */
  static void awaitEndOfPredecessor(Path cluster) {
    Optional<ProcessHandle> predecessor = postmaster(cluster);
    if (predecessor.isEmpty()) {
      return;
    }
    try {
      predecessor.get().onExit().get(PREDECESSOR_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException(
          cluster + " is in use by process " + predecessor.get().pid() + "; stop it first", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an earlier database", e);
    }
  }

  @Override
  public void close() {
    if (shell != null) {
      shell.destroyForcibly();
    }
  }

  /** The process that serves the directory, by the first line of PostgreSQL's lock file. */
  private static Optional<ProcessHandle> postmaster(Path cluster) {
    Path lock = cluster.resolve("postmaster.pid");
    try {
      return Files.exists(lock)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).get(0).strip()))
              .filter(PostgresGuard::isPostgres)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + lock, e);
    }
  }

  /** After a restart of the machine the number may belong to somebody else. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(true);
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
