package dev.tradewind.metrics.diversification;

import dev.tradewind.contracts.code.Partner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Places that goods are known to pass through; the list stands in {@code rerouting-hubs.txt}. */
final class Hubs {
  private static final String RESOURCE = "rerouting-hubs.txt";

  /** ISO 3166-1 alpha-3. */
  static final List<String> ALL = read();

  private Hubs() {}

  private static List<String> read() {
    try (InputStream stream = Hubs.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the build");
      }
      List<String> codes =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
              .lines()
              .map(line -> line.replaceFirst("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .toList();
      codes.stream()
          .filter(code -> Partner.of(code) == null)
          .findFirst()
          .ifPresent(
              code -> {
                throw new IllegalStateException(RESOURCE + ": no partner " + code);
              });
      return codes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
