package dev.tradewind.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser without a window, in a profile of its own. */
final class Chromium {
  /** Where systems keep it, unless {@code -Dtradewind.chromium} names another place. */
  private static final List<String> PLACES =
      List.of(
          System.getProperty("tradewind.chromium", ""),
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome");

  private static final Pattern CONSOLE = Pattern.compile("CONSOLE.*|Uncaught .*");
  private static final long PATIENCE_SECONDS = 90;

  private Chromium() {}

  /**
   * A page after its scripts have run.
   *
   * @param dom the document as it then is
   * @param console what scripts wrote or threw
   */
  record Page(String dom, List<String> console) {}

  static boolean isHere() {
    return program().isPresent();
  }

  /** Opens the page and gives its scripts ten seconds of the browser's own time. */
  static Page open(URI address) {
    try {
      Path profile = Files.createTempDirectory(Path.of("target"), "chromium-");
      Path dom = profile.resolve("dom.html");
      Path log = profile.resolve("stderr.log");
      Process browser =
          process(profile, "--virtual-time-budget=10000", "--dump-dom", address.toString())
              .redirectOutput(dom.toFile())
              .redirectError(log.toFile())
              .start();
      if (!browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        browser.destroyForcibly();
        throw new AssertionError("the browser did not end; see " + log);
      }
      try (Stream<String> lines = Files.lines(log, UTF_8)) {
        return new Page(
            Files.readString(dom), lines.filter(line -> CONSOLE.matcher(line).find()).toList());
      }
    } catch (IOException e) {
      throw new AssertionError("the browser did not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** A browser with a profile in that directory, and these further arguments. */
  static ProcessBuilder process(Path profile, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program().orElseThrow(() -> new AssertionError("no browser in " + PLACES)),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile.resolve("profile").toAbsolutePath(),
                "--window-size=1400,1600",
                "--enable-logging=stderr"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static Optional<String> program() {
    return PLACES.stream()
        .filter(place -> !place.isEmpty() && Files.isExecutable(Path.of(place)))
        .findFirst();
  }
}
