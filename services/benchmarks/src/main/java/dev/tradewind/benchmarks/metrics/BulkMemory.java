package dev.tradewind.benchmarks.metrics;

import dev.tradewind.benchmarks.ProcessMemory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;

/** All facts as one stream: how fast they come, and what memory the service takes meanwhile. */
final class BulkMemory {
  private static final int BUFFER = 1 << 16;

  private BulkMemory() {}

  /** Downloads them and prints one line. */
  static void measure(String address, Process service) throws IOException, InterruptedException {
    long peakOfAll = ProcessMemory.peakMegabytes(service);
    ProcessMemory.forgetPeak(service);
    long before = ProcessMemory.peakMegabytes(service);
    long begin = System.nanoTime();
    HttpResponse<InputStream> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/exports/bulk")).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the download was answered with " + answer.statusCode());
    }
    long bytes = 0;
    long lines = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream body = answer.body()) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes += read;
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            lines++;
          }
        }
      }
    }
    double seconds = (double) (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "bulk rows=%d MB=%d seconds=%.1f rows/s=%.0f; memory before=%d MB, peak during=%d MB"
            + " (of the questions before: %d MB)%n",
        lines - 1,
        bytes >> 20,
        seconds,
        (double) (lines - 1) / seconds,
        before,
        ProcessMemory.peakMegabytes(service),
        peakOfAll);
  }
}
