package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real customs files, where they are at hand ({@code -Dtradewind.real-files=directory}), against
 * figures computed from them independently.
 */
class RealFilesIT {
  private static final String EXPECTED = "EXPECTED-2025-07-ytd.csv";
  private static final Path DIRECTORY =
      Path.of(System.getProperty("tradewind.real-files", "nowhere"));

  private static @Nullable RunningSystem system;

  @BeforeAll
  static void load() throws IOException {
    assumeTrue(
        Files.exists(DIRECTORY.resolve(EXPECTED)),
        "no real files: name their directory in tradewind.real-files");
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      List<Path> months =
          files
              .filter(file -> file.getFileName().toString().matches("export-usd-.*\\.csv\\.gz"))
              .sorted()
              .toList();
      assertThat(months).hasSize(6);
      system = RunningSystem.start("real-files");
      system.api().awaitApplied(system.api().submit(Upload.of(months), Map.of()));
    }
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void everyFigureIsThatOfTheIndependentComputation() throws IOException {
    Indicators found =
        system()
            .api()
            .indicators(
                Map.of("partner", "USA", "period", "2025-07", "window", "ytd", "currency", "USD"));
    SoftAssertions softly = new SoftAssertions();
    List<String> lines = Files.readAllLines(DIRECTORY.resolve(EXPECTED));
    for (String line : lines.subList(1, lines.size())) {
      String[] expected = line.split(",", -1);
      String region = expected[0];
      softly
          .assertThat(money(found, region, "baseValue"))
          .as(line)
          .isEqualByComparingTo(expected[2]);
      softly.assertThat(money(found, region, "value")).as(line).isEqualByComparingTo(expected[3]);
      percent(softly, found, region, "yoy", expected[4]);
      percent(softly, found, region, "exposure", expected[7]);
      percent(softly, found, region, "contribution", expected[8]);
    }
    softly.assertAll();
    assertThat(found.rows()).hasSize(lines.size() - 1);
  }

  @Test
  void slackHearsOfTheNewestPeriodOnlyAndOfShandongOnly() {
    var message = SlackExpectations.exactlyOneMessage(system(), "CN-SD");
    assertThat(message.body()).contains("56.9").contains("2026");
  }

  private static RunningSystem system() {
    return java.util.Objects.requireNonNull(system);
  }

  private static BigDecimal money(Indicators found, String region, String field) {
    String text = found.row(region).path(field).asText("0");
    return new BigDecimal(text.equals("null") ? "0" : text);
  }

  private static void percent(
      SoftAssertions softly, Indicators found, String region, String field, String expected) {
    if (expected.isEmpty()) {
      softly.assertThat(found.row(region).path(field).isNull()).as(region + " " + field).isTrue();
    } else {
      softly
          .assertThat(found.percent(region, field))
          .as(region + " " + field)
          .isCloseTo(Double.parseDouble(expected), within(0.000_1));
    }
  }
}
