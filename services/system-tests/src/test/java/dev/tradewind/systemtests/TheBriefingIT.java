package dev.tradewind.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The briefing on the modelled data makes every statement of the published analysis. Expectations
 * are the text's words; tolerance is its rounding.
 */
@ExtendWith(ModelledSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheBriefingIT {
  private static final Offset<Double> TENTH = within(0.000_5);
  private static final Offset<Double> BILLION_TENTH = within(0.05e9);

  private final RunningSystem system;
  private final Briefing english;
  private final Briefing chinese;

  TheBriefingIT(RunningSystem system) {
    this.system = system;
    this.english = briefing("en");
    this.chinese = briefing("zh");
  }

  private Briefing briefing(String language) {
    return new Briefing(
        system
            .api()
            .get("/briefing", Map.of("period", "2025-07", "partner", "USA", "lang", language)));
  }

  @ParameterizedTest(name = "{0}: US${1} bn in 2024")
  @CsvSource({"CN,524.7e9", "CN-GD,133.4e9", "CN-ZJ,88.8e9", "CN-JS,83.0e9"})
  void levels(String region, double level) {
    assertThat(english.figure("overview.levels", "value", region, "", ""))
        .isCloseTo(level, BILLION_TENTH);
  }

  @Test
  void theNationInJulyAloneAndInEightMonths() {
    assertThat(english.figure("overview.month", "yoy", "CN", "", "")).isCloseTo(-0.217, TENTH);
    assertThat(english.figure("overview.later", "yoy", "CN", "", "")).isCloseTo(-0.155, TENTH);
    assertThat(english.text("overview.month")).contains("July 2025 alone").contains("fell 21.7 %");
    assertThat(english.text("overview.later")).contains("January–August 2025").contains("15.5 %");
    assertThat(chinese.text("overview.month")).contains("下降21.7%");
  }

  @Test
  void sixCoastalAndFiveInlandProvinces() {
    assertThat(english.text("origin.largest"))
        .contains("Guangdong", "Zhejiang", "Jiangsu", "Shanghai", "Shandong", "Fujian")
        .contains("nearly 80 %");
    assertThat(english.text("origin.inland"))
        .contains("Sichuan", "Anhui", "Hubei", "Henan", "Chongqing")
        .contains("10.8 %");
    assertThat(chinese.text("origin.largest")).contains("近80%").contains("广东", "福建");
  }

  @ParameterizedTest(name = "{0}: {1} of its own exports")
  @CsvSource({"CN-SX,0.225", "CN-FJ,0.164", "CN-SC,0.146", "CN,0.118"})
  void exposure(String region, double exposure) {
    assertThat(english.figure("exposure.most", "exposure", region, "", ""))
        .isCloseTo(exposure, TENTH);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"CN-YN,-0.710", "CN-SX,-0.479", "CN-QH,-0.398", "CN-CQ,-0.309", "CN-HN,-0.286"})
  void falls(String region, double rate) {
    assertThat(english.figure("effects.falls", "yoy", region, "", "")).isCloseTo(rate, TENTH);
  }

  @Test
  void rises() {
    assertThat(english.figure("effects.rises", "yoy", "CN-XJ", "", ""))
        .isCloseTo(2.65, within(0.005));
    assertThat(english.figure("effects.rises", "yoy", "CN-HB", "", "")).isCloseTo(0.36, TENTH);
    assertThat(english.text("effects.rises"))
        .contains("Guangxi", "Heilongjiang", "Tibet", "Inner Mongolia", "Gansu");
    assertThat(english.figure("effects.resilient", "yoy", "CN-ZJ", "", ""))
        .isCloseTo(-0.053, TENTH);
  }

  @ParameterizedTest(name = "special goods of {0}: {1}")
  @CsvSource({"CN-FJ,-0.553", "CN-SC,-0.741", "CN-CQ,-0.879", "CN-HB,3.549"})
  void specialGoods(String region, double rate) {
    assertThat(english.figure("sectors.spread", "yoy", region, "special_unclassified", ""))
        .isCloseTo(rate, TENTH);
  }

  @Test
  void electromechanicalFallsAreOffsetAndWhere() {
    String key = english.says("sectors.full") ? "sectors.full" : "sectors.partial";
    assertThat(english.figure(key, "offset", "CN", "electromechanical", "")).isPositive();
    assertThat(english.text("sectors.gains"))
        .contains("electromechanical", "Vietnam", "India", "Germany", "Japan");
  }

  @Test
  void furnitureToysAndFootwearAreHardToRedirect() {
    assertThat(english.text("sectors.hard"))
        .contains("furniture", "toys", "footwear", "hard to redirect");
    assertThat(chinese.text("sectors.hard")).contains("家具", "玩具", "鞋靴", "难以转移");
    assertThat(english.figure("sectors.total", "yoy", "CN-FJ", "footwear", ""))
        .isCloseTo(-0.238, TENTH);
    assertThat(english.figure("sectors.total", "totalYoy", "CN-FJ", "footwear", "")).isNegative();
  }

  @ParameterizedTest(name = "{1} from {0} to {2}")
  @CsvSource({
    "CN-HA,phone_parts,IND,10,11",
    "CN-JS,phone_parts,IND,2.7,3",
    "CN-CQ,chips,VNM,24,26",
    "CN-AH,chips,VNM,67,69"
  })
  void shifts(String region, String sector, String partner, double least, double most) {
    assertThat(english.figure("shifts.grown", "fold", region, sector, partner))
        .isBetween(least, most);
  }

  @Test
  void shiftsReadAsPeopleSayThem() {
    assertThat(english.text("shifts.grown"))
        .contains("phone parts from Henan to India grew more than 10-fold")
        .contains("phone parts from Jiangsu to India nearly tripled")
        .contains("chips from Chongqing to Vietnam grew more than 24-fold")
        .contains("chips from Anhui to Vietnam grew more than 67-fold");
  }

  @Test
  void dependenceAndItsOutlier() {
    assertThat(english.text("dependence.more")).contains("fell more").contains("US$1 billion");
    assertThat(english.text("dependence.outlier")).contains("Zhejiang is an outlier");
    assertThat(chinese.text("dependence.outlier")).contains("浙江是例外");
  }

  @Test
  void whatHappenedInTheseMonths() {
    assertThat(english.text("timeline.lasting")).contains("Liberation Day").contains("Geneva");
    assertThat(english.text("timeline.event")).contains("de minimis");
  }

  @Test
  void theDataAreSaidToBeModelledAndOfSomeProductsOnly() {
    assertThat(english.text("caveat.label")).contains("modelled").contains("not official");
    assertThat(chinese.text("caveat.label")).contains("模型生成");
    assertThat(english.text("overview.window")).contains("covered products");
    assertThat(english.text("caveat.partial")).contains("not all trade");
  }

  @Test
  void everySentenceCarriesAQueryThatAnswers() {
    for (JsonNode sentence : english.sentences()) {
      String query = sentence.path("query").asText();
      assertThat(query).startsWith("/api/v1/");
      assertThat(
              given()
                  .baseUri(system.api().gateway().toString())
                  .urlEncodingEnabled(false)
                  .get(query)
                  .statusCode())
          .as("%s: %s", sentence.path("id"), query)
          .isEqualTo(200);
    }
    assertThat(chinese.sentences()).hasSameSizeAs(english.sentences());
  }

  @Test
  void itIsAlsoATextToSend() {
    String text =
        given()
            .baseUri(system.api().gateway().toString())
            .accept("text/markdown")
            .queryParam("period", "2025-07")
            .get("/api/v1/briefing")
            .asString();
    assertThat(text)
        .startsWith("# China's exports to the United States, January–July 2025")
        .contains("## Supply chains")
        .contains("](/api/v1/")
        .doesNotContain("null")
        .doesNotContain("{");
  }
}
