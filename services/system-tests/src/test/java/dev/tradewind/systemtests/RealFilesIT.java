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

  @Test
  void everyOffsetIsThatOfTheIndependentComputation() throws IOException {
    // Given ratios without a guard, as they were computed
    Indicators found =
        new Indicators(
            system()
                .api()
                .get(
                    "/diversification",
                    Map.of(
                        "period", "2025-07", "window", "ytd", "minFall", "0", "minFallRate", "0")));
    SoftAssertions softly = new SoftAssertions();
    for (String line : Files.readAllLines(DIRECTORY.resolve(EXPECTED)).stream().skip(1).toList()) {
      String[] expected = line.split(",", -1);
      String region = expected[0];
      String kind = found.row(region).path("offsetClass").asText();
      if (expected[9].equals("not-applicable")) {
        softly.assertThat(kind).as(line).isEqualTo("not-applicable");
      } else {
        double ratio = Double.parseDouble(expected[9]);
        softly
            .assertThat(found.number(region, "offset").doubleValue())
            .as(line)
            .isCloseTo(ratio, within(0.000_1));
        softly
            .assertThat(kind)
            .as(line)
            .isEqualTo(ratio < 0 ? "amplified" : ratio < 1 ? "partial" : "full");
      }
    }
    softly.assertAll();
  }

  @Test
  void theBriefingSaysOnlyWhatTwoProductsSupport() {
    // When the article is written from them, in both languages
    for (String language : List.of("en", "zh")) {
      Briefing briefing =
          new Briefing(
              system().api().get("/briefing", Map.of("period", "2025-07", "lang", language)));
      // Then it says of how many products it speaks, and nothing of sectors that are not covered
      assertThat(briefing.text("overview.window")).containsAnyOf("of 2 covered products", "2种商品");
      assertThat(briefing.text("caveat.partial")).contains("2");
      assertThat(briefing.sections()).contains("overview", "effects").doesNotContain("sectors");
      assertThat(briefing.says("caveat.label")).as("official data have no label").isFalse();
      // And its figures are those of the independent computation
      assertThat(briefing.figure("overview.window", "yoy", "CN", "", ""))
          .isCloseTo(-0.127754, within(0.000_001));
      assertThat(briefing.figure("effects.falls", "yoy", "CN-SN", "", ""))
          .isCloseTo(-0.970116, within(0.000_001));
      // Provinces with next to nothing in the base year are no rises of thousands of per cent.
      assertThat(briefing.text("effects.rises")).doesNotContain("Inner Mongolia", "内蒙古");
    }
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
