package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published analysis as the analyses of the running system tell it, each by its own resource.
 * Expectations are the text's words; tolerance is its rounding. January–July 2025 against 2024.
 */
@ExtendWith(ModelledSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheArticleAnalysedIT {
  private static final Offset<Double> TENTH = within(0.000_5);
  private static final Map<String, String> WINDOW = Map.of("period", "2025-07", "window", "ytd");

  private final RunningSystem system;

  TheArticleAnalysedIT(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest(name = "{0}: {1} to {2} of the national total")
  @CsvSource({"coastal-six,0.790,0.799", "inland-five,0.1075,0.1085"})
  void groupsOfProvincesHaveTheirShares(String group, double least, double most) {
    JsonNode row = get("/indicators", Map.of("region", group)).path("items").path(0);
    assertThat(row.path("region").asText()).isEqualTo(group);
    assertThat(row.path("share").asDouble()).isBetween(least, most);
  }

  @Test
  void fujiansFootwearFellToTheUsAndInTotal() {
    JsonNode row = diversification("footwear", "CN-FJ");
    double toUs = row.path("change").asDouble();
    assertThat(toUs / row.path("baseValue").asDouble()).isCloseTo(-0.238, TENTH);
    assertThat(toUs + row.path("restChange").asDouble()).as("to all markets").isNegative();
    assertThat(row.path("offset").asDouble()).isLessThan(1);
  }

  @Test
  void electromechanicalFallsAreAtLeastPartlyOffsetElsewhere() {
    JsonNode row = diversification("electromechanical", "CN");
    assertThat(row.path("change").asDouble()).isNegative();
    assertThat(row.path("offset").asDouble()).isPositive();
    assertThat(row.path("offsetClass").asText()).isIn("partial", "full");
    assertThat(row.path("marketsChange").asDouble()).as("more markets count").isPositive();
    Set<String> gained = new TreeSet<>();
    row.path("gains").forEach(gain -> gained.add(gain.path("partner").asText()));
    assertThat(gained).contains("VNM", "THA", "MYS", "IND", "DEU", "JPN");
    JsonNode southEastAsia =
        get(
                "/indicators",
                Map.of("partner", "asean", "sector", "electromechanical", "region", "CN"))
            .path("items")
            .path(0);
    assertThat(southEastAsia.path("yoy").asDouble()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"furniture", "toys", "footwear"})
  void theseAreHardToRedirect(String sector) {
    JsonNode row = diversification(sector, "CN");
    assertThat(row.path("change").asDouble()).isNegative();
    assertThat(row.path("offset").asDouble()).isLessThan(0.25);
    long fell =
        rows(get("/indicators", Map.of("sector", sector))).stream()
            .filter(one -> !one.path("region").asText().equals("CN"))
            .filter(one -> one.path("yoy").isNumber() && one.path("yoy").asDouble() < 0)
            .count();
    assertThat(fell).as("provinces that fell").isGreaterThan(31 / 2);
  }

  @Test
  void whatFellToTheUsAndRoseToAHubIsPossiblyRerouted() {
    JsonNode row = diversification("all", "CN");
    assertThat(row.path("possibleRerouting").asBoolean()).isTrue();
    assertThat(row.path("rerouting").path(0).path("products").size()).isPositive();
  }

  @ParameterizedTest(name = "{1} from {0} to {2}: {3} to {4} times as much")
  @CsvSource({
    "CN-HA,phone_parts,IND,10,11",
    "CN-JS,phone_parts,IND,2.7,3",
    "CN-CQ,chips,VNM,24,26",
    "CN-AH,chips,VNM,67,69"
  })
  void supplyChainsShift(String region, String sector, String partner, double least, double most) {
    JsonNode found =
        rows(get("/shifts", Map.of("level", "sector", "sector", sector))).stream()
            .filter(row -> row.path("region").asText().equals(region))
            .filter(row -> row.path("partner").asText().equals(partner))
            .findFirst()
            .orElseThrow();
    assertThat(found.path("fold").asDouble()).isBetween(least, most);
    assertThat(found.path("status").asText()).isEqualTo("ok");
  }

  @Test
  void theStrongestShiftsOfAllAreThose() {
    List<String> strongest =
        rows(get("/shifts", Map.of("level", "8", "kind", "grown", "limit", "20"))).stream()
            .limit(2)
            .map(row -> row.path("region").asText() + " " + row.path("partner").asText())
            .toList();
    assertThat(strongest).containsExactly("CN-AH VNM", "CN-CQ VNM");
  }

  @Test
  void theMoreReliantFellMoreAndZhejiangIsAnOutlier() {
    JsonNode page = get("/dependence", Map.of("population", "fell", "minBase", "1000000000"));
    assertThat(page.path("n").asInt()).isGreaterThan(10);
    assertThat(page.path("pearson").asDouble()).as("exposure and change").isLessThan(-0.4);
    assertThat(page.path("spearman").asDouble()).isNegative();
    assertThat(page.path("unweighted").path("high").asDouble()).as("not by chance").isNegative();
    assertThat(page.path("weighted").path("slope").isNumber()).isTrue();
    List<String> outliers =
        rows(page).stream()
            .filter(row -> row.path("outlier").asBoolean())
            .map(row -> row.path("region").asText())
            .toList();
    assertThat(outliers).contains("CN-ZJ");
    JsonNode zhejiang =
        rows(page).stream()
            .filter(row -> row.path("region").asText().equals("CN-ZJ"))
            .findFirst()
            .orElseThrow();
    assertThat(zhejiang.path("residual").asDouble()).as("fell less").isPositive();
    assertThat(zhejiang.path("pearsonWithout").asDouble())
        .as("without it the association is closer")
        .isLessThan(page.path("pearson").asDouble());
  }

  @Test
  void thePolicyTimelineIsThere() {
    List<JsonNode> events = system.api().list("/events", Map.of("from", "2018-01"));
    assertThat(events).hasSizeGreaterThanOrEqualTo(10);
    assertThat(events.stream().map(event -> event.path("period").asText()))
        .contains("2025-04", "2025-05", "2025-08", "2025-09");
  }

  private JsonNode diversification(String sector, String region) {
    JsonNode rows =
        get("/diversification", Map.of("sector", sector, "region", region, "top", "20"))
            .path("items");
    assertThat(rows).hasSize(1);
    return rows.path(0);
  }

  private JsonNode get(String path, Map<String, String> query) {
    Map<String, String> whole = new java.util.TreeMap<>(WINDOW);
    whole.putAll(query);
    return system.api().get(path, whole);
  }

  private static List<JsonNode> rows(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false).toList();
  }
}
