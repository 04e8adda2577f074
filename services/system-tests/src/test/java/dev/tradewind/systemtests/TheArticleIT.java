package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.embedded.slack.SlackRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published analysis, computed by the running system from customs files. Expectations are the
 * text's words; tolerance is its rounding. January–July 2025 against 2024 unless stated.
 */
@ExtendWith(ModelledSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheArticleIT {
  private static final Offset<Double> TENTH = within(0.05);
  private static final List<String> SOUTH_EAST_ASIA =
      List.of("IDN", "MYS", "PHL", "SGP", "THA", "VNM");

  private final RunningSystem system;
  private final Sums sums;
  private final Indicators article;

  TheArticleIT(RunningSystem system) {
    this.system = system;
    this.sums = new Sums(system.api());
    this.article = usIndicators("2025-07", "ytd", "all");
  }

  @ParameterizedTest(name = "{0}: US${1} bn to the US in 2024")
  @CsvSource({"CN,524.7", "CN-GD,133.4", "CN-ZJ,88.8", "CN-JS,83.0"})
  void theLevelsOf2024(String region, double billions) {
    assertThat(usIndicators("2024-12", "ytd", "all").billions(region)).isCloseTo(billions, TENTH);
  }

  @Test
  void sixCoastalProvincesSendNearly80PerCent() {
    assertThat(article.shares("CN-GD", "CN-ZJ", "CN-JS", "CN-SH", "CN-SD", "CN-FJ"))
        .isBetween(79.0, 79.9);
  }

  @Test
  void fiveInlandProvincesSendAbout10Point8PerCent() {
    assertThat(article.shares("CN-SC", "CN-AH", "CN-HB", "CN-HA", "CN-CQ")).isCloseTo(10.8, TENTH);
  }

  @ParameterizedTest(name = "{0}: {1} % of its own exports go to the US")
  @CsvSource({"CN,11.8", "CN-SX,22.5", "CN-FJ,16.4", "CN-SC,14.6"})
  void exposure(String region, double percent) {
    assertThat(article.percent(region, "exposure")).isCloseTo(percent, TENTH);
  }

  @ParameterizedTest(name = "{0}: {1} %")
  @CsvSource({
    "CN-YN,-71.0",
    "CN-SX,-47.9",
    "CN-QH,-39.8",
    "CN-CQ,-30.9",
    "CN-HN,-28.6",
    "CN-HB,36.0",
    "CN-ZJ,-5.3"
  })
  void yearOnYear(String region, double percent) {
    assertThat(article.percent(region, "yoy")).isCloseTo(percent, TENTH);
    assertThat(article.row(region).path("status").asText()).isEqualTo("ok");
  }

  @Test
  void xinjiangRoseBy265PerCent() {
    assertThat(article.percent("CN-XJ", "yoy")).isCloseTo(265, within(0.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CN-GX", "CN-HL", "CN-XZ", "CN-NM", "CN-GS"})
  void theseRose(String region) {
    assertThat(article.percent(region, "yoy")).isPositive();
  }

  @Test
  void theNationFellBy15Point5PerCentInEightMonthsAnd21Point7InJuly() {
    assertThat(usIndicators("2025-08", "ytd", "all").percent("CN", "yoy")).isCloseTo(-15.5, TENTH);
    assertThat(usIndicators("2025-07", "month", "all").percent("CN", "yoy"))
        .isCloseTo(-21.7, TENTH);
  }

  @Test
  void fujiansFootwearFellToTheUsAndInTotal() {
    assertThat(usIndicators("2025-07", "ytd", "footwear").percent("CN-FJ", "yoy"))
        .isCloseTo(-23.8, TENTH);
    Map<String, String> footwear = Map.of("region", "CN-FJ", "sector", "footwear");
    List<String> everywhere = List.copyOf(sums.byPartner(2024, footwear).keySet());
    assertThat(sums.ratio(footwear, everywhere)).isLessThan(1);
  }

  @ParameterizedTest(name = "{0}: {1} %")
  @CsvSource({"CN-FJ,-55.3", "CN-SC,-74.1", "CN-CQ,-87.9", "CN-HB,354.9"})
  void specialAndUnclassifiedGoods(String region, double percent) {
    assertThat(usIndicators("2025-07", "ytd", "special_unclassified").percent(region, "yoy"))
        .isCloseTo(percent, TENTH);
  }

  @Test
  void electromechanicalFallsAreAtLeastPartlyOffsetElsewhere() {
    Map<String, String> goods = Map.of("sector", "electromechanical");
    assertThat(sums.ratio(goods, List.of("USA"))).isLessThan(1);
    assertThat(sums.offset(goods)).isPositive();
    assertThat(sums.ratio(goods, SOUTH_EAST_ASIA)).isGreaterThan(1);
    for (String partner : List.of("IND", "DEU", "JPN")) {
      assertThat(sums.ratio(goods, List.of(partner))).as(partner).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"furniture", "toys", "footwear"})
  void fallInMostProvincesAndAreHardToRedirect(String sector) {
    long falling =
        usIndicators("2025-07", "ytd", sector).rows().values().stream()
            .filter(row -> !row.path("region").asText().equals("CN"))
            .filter(row -> row.path("yoy").isNumber() && row.path("yoy").asDouble() < 0)
            .count();
    assertThat(falling).isGreaterThan(31 / 2);
    assertThat(sums.offset(Map.of("sector", sector))).isLessThan(0.25);
  }

  @ParameterizedTest(name = "{1} from {0} to {2}: {3} to {4} times as much")
  @CsvSource({
    "CN-HA,phone_parts,IND,10,11",
    "CN-JS,phone_parts,IND,2.7,3",
    "CN-CQ,chips,VNM,24,26",
    "CN-AH,chips,VNM,67,69"
  })
  void supplyChainsShift(String region, String sector, String partner, double least, double most) {
    Map<String, String> filter = Map.of("region", region, "sector", sector);
    assertThat(sums.ratio(filter, List.of(partner))).isBetween(least, most);
  }

  @Test
  void whateverShowsNumbersSaysThatTheyAreModelled() {
    assertThat(article.answer().path("labels")).map(JsonNode::asText).containsExactly("modelled");
    assertThat(article.answer().path("newestPeriod").asText()).isEqualTo("2025-08");
    assertThat(article.answer().path("partial").asText()).contains("covered products");
  }

  @Test
  void slackHearsOnceOfExactlyTheProvincesThatDeserveIt() {
    SlackRequest message =
        SlackExpectations.exactlyOneMessage(system, "CN-YN", "CN-SX", "CN-QH", "CN-CQ", "CN-HN");
    assertThat(message.body()).containsIgnoringCase("modelled data").contains("covered products");
    assertThat(message.payload().path("text").asText()).containsIgnoringCase("modelled");
  }

  @Test
  void theSameProvincesFireInTheApi() {
    // Alerts hear of the figures after whoever reads them
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(severities())
                    .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                            "CN-YN", "critical",
                            "CN-SX", "critical",
                            "CN-QH", "warning",
                            "CN-CQ", "warning",
                            "CN-HN", "warning")));
  }

  private Map<String, String> severities() {
    return system.api().list("/alerts", Map.of("state", "firing")).stream()
        .collect(
            Collectors.toMap(
                alert -> alert.path("region").asText(), alert -> alert.path("severity").asText()));
  }

  private Indicators usIndicators(String period, String window, String sector) {
    return system
        .api()
        .indicators(Map.of("partner", "USA", "period", period, "window", window, "sector", sector));
  }
}
