package dev.tradewind.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What memory a process takes, all of it, not only its heap; on Linux. */
public final class ProcessMemory {
  /** Of {@code /proc/PID/clear_refs}: the peak is that of now. */
  private static final byte[] FORGET_PEAK = "5".getBytes(StandardCharsets.US_ASCII);

  private ProcessMemory() {}

  /** The most that the process has had, in MB. */
  public static long peakMegabytes(Process process) throws IOException {
    String key = "VmHWM:";
    try (BufferedReader status = Files.newBufferedReader(file(process, "status"))) {
      return status
          .lines()
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(-1);
    }
  }

  /** From now on the peak is what comes after. */
  public static void forgetPeak(Process process) throws IOException {
    Files.write(file(process, "clear_refs"), FORGET_PEAK);
  }

  private static Path file(Process process, String name) {
    return Path.of("/proc", String.valueOf(process.pid()), name);
  }
}
