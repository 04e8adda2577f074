package dev.tradewind.standalone;

import dev.tradewind.embedded.Loopback;
import dev.tradewind.standalone.system.SystemStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Looks, before anything starts, whether this machine can carry the system. */
final class MachineCheck {
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final long NEEDED_MEGABYTES = 1_500;

  private MachineCheck() {}

  /** Fails if what Linux calls available is clearly too little; other systems do not tell. */
  static void memory() {
    memory(availableMegabytes(MEMORY));
  }

  static void memory(OptionalLong available) {
    if (available.isPresent() && available.getAsLong() < NEEDED_MEGABYTES) {
      throw new SystemStartException(
          "only %,d MB of memory are available".formatted(available.getAsLong()),
          "Four services, Kafka and PostgreSQL need about %,d MB: close something."
              .formatted(NEEDED_MEGABYTES));
    }
  }

  static OptionalLong availableMegabytes(Path memory) {
    if (!Files.isReadable(memory)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(memory)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** The port that was asked for, or fails; else the usual one, or a free one. */
  static int gatewayPort(Options options) {
    if (options.port().isEmpty()) {
      return Loopback.isFree(Options.DEFAULT_PORT) ? Options.DEFAULT_PORT : Loopback.freePort();
    }
    int port = options.port().getAsInt();
    if (!Loopback.isFree(port)) {
      throw new SystemStartException(
          "port " + port + " is in use",
          "Stop the program that listens there, or choose another port.");
    }
    return port;
  }
}
