package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Diversification, shifts, dependence and the briefing over REST. */
@QuarkusTest
class AnalysisTest extends MetricsTest {
  private static final String SHOES = "64029929";
  private static final String CHIPS = "85423190";
  private static final long MILLION = 100_000_000;

  /** Shoes fall to the US and hardly rise elsewhere; chips turn to Vietnam. */
  @BeforeEach
  void twoYears() {
    apply(
        TestSubmission.of(
            currency,
            new Rows()
                .add("2024-07", "CN-FJ", "USA", SHOES, 100 * MILLION)
                .add("2024-07", "CN-FJ", "DEU", SHOES, 50 * MILLION)
                .add("2025-07", "CN-FJ", "USA", SHOES, 76 * MILLION)
                .add("2025-07", "CN-FJ", "DEU", SHOES, 48 * MILLION)
                .add("2024-07", "CN-CQ", "USA", CHIPS, 40 * MILLION)
                .add("2024-07", "CN-CQ", "VNM", CHIPS, 2 * MILLION)
                .add("2025-07", "CN-CQ", "USA", CHIPS, 30 * MILLION)
                .add("2025-07", "CN-CQ", "VNM", CHIPS, 50 * MILLION)
                .add("2025-07", "CN-CQ", "IND", CHIPS, 3 * MILLION)
                .add("2024-07", "CN-AH", "KOR", CHIPS, 8 * MILLION)));
  }

  private RequestSpecification ask() {
    return given()
        .queryParam("currency", currency)
        .queryParam("window", "month")
        .queryParam("period", "2025-07");
  }

  @Test
  void diversificationSaysWhatOthersTookAndNeverWhy() {
    ask()
        .queryParam("sector", "footwear,chips")
        .queryParam("region", "CN,CN-FJ,CN-CQ")
        .get("/api/v1/diversification")
        .then()
        .statusCode(200)
        .body("items", hasSize(6))
        .body(
            "items.sector", contains("footwear", "footwear", "footwear", "chips", "chips", "chips"))
        // Shoes of Fujian: both fell.
        .body("items[1].region", equalTo("CN-FJ"))
        .body("items[1].change", equalTo("-24000000"))
        .body("items[1].restChange", equalTo("-2000000"))
        .body("items[1].offset", equalTo(-0.083333f))
        .body("items[1].offsetClass", equalTo("amplified"))
        .body("items[1].possibleRerouting", equalTo(false))
        // Two markets, 76 and 48 of 124: by hand.
        .body("items[1].hhi", equalTo(0.525494f))
        // Chips of Chongqing: Vietnam took more than was lost.
        .body("items[5].offset", equalTo(5.1f))
        .body("items[5].offsetClass", equalTo("full"))
        .body("items[5].gains.partner", contains("VNM", "IND"))
        .body("items[5].gains[0].change", equalTo("48000000"))
        .body("items[5].possibleRerouting", equalTo(true))
        .body("items[5].rerouting[0].hub", equalTo("VNM"))
        .body("items[5].rerouting[0].products", contains("854231"))
        .body("items[5].rerouting[0].overlap", equalTo("10000000"))
        .body("items.status", hasItem("ok"));
  }

  @Test
  void aFallThatIsTooSmallHasBothChangesButNoRatio() {
    ask()
        .queryParam("sector", "chips")
        .queryParam("region", "CN-CQ")
        .queryParam("minFall", "20000000")
        .get("/api/v1/diversification")
        .then()
        .body("items[0].change", equalTo("-10000000"))
        .body("items[0].restChange", equalTo("51000000"))
        .body("items[0].offset", nullValue())
        .body("items[0].offsetClass", nullValue())
        .body("items[0].reasons", hasItem(containsString("too small to divide by")));
  }

  @Test
  void aPartnerGroupHasARestToo() {
    ask()
        .queryParam("partner", "asean")
        .queryParam("region", "coastal-six")
        .get("/api/v1/diversification")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].region", equalTo("coastal-six"))
        .body("items[0].restValue", equalTo("124000000"));
    ask()
        .queryParam("partner", "WLD")
        .get("/api/v1/diversification")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("partner"));
  }

  @Test
  void shiftsAreFoundAtEveryLevel() {
    for (String level : List.of("sector", "2", "4", "6", "8")) {
      ask()
          .queryParam("level", level)
          .queryParam("sector", "chips")
          .get("/api/v1/shifts")
          .then()
          .statusCode(200)
          .body("items.region", contains("CN-CQ", "CN-CQ"))
          .body("items.partner", contains("VNM", "IND"))
          .body("items[0].product", startsWith(level.equals("sector") ? "chips" : "85"))
          .body("items[0].fold", equalTo(25.0f))
          .body("items[0].kind", equalTo("grown"))
          .body("items[1].fold", nullValue())
          .body("items[1].status", equalTo("new-flow"));
    }
  }

  @Test
  void shiftsAreRankedAndReadPartByPart() {
    ask()
        .queryParam("kind", "ceased,shrunk")
        .get("/api/v1/shifts")
        .then()
        .body("items.region", contains("CN-AH"))
        .body("items[0].status", equalTo("ceased"))
        .body("items[0].value", equalTo("0"));
    String next =
        ask()
            .queryParam("by", "change")
            .queryParam("limit", 1)
            .get("/api/v1/shifts")
            .then()
            .body("items[0].partner", equalTo("VNM"))
            .body("items[0].rank", is(1))
            .extract()
            .path("next");
    ask()
        .queryParam("by", "change")
        .queryParam("limit", 1)
        .queryParam("cursor", next)
        .get("/api/v1/shifts")
        .then()
        .body("items[0].partner", equalTo("IND"))
        .body("items[0].rank", is(2))
        .body("next", nullValue());
    ask()
        .queryParam("minCurrent", "60000000")
        .get("/api/v1/shifts")
        .then()
        .body("items", empty())
        .body("reason", containsString("thresholds"));
  }

  @Test
  void whatIsNotLoadedYetHasNotCeased() {
    // Given a product known of the base year only
    apply(
        TestSubmission.of(
            currency, new Rows().add("2024-07", "CN-GD", "USA", "94017900", 9 * MILLION)));
    // Then it is left out and named, and no province seems to have stopped selling it
    ask()
        .queryParam("kind", "ceased")
        .queryParam("level", "8")
        .get("/api/v1/shifts")
        .then()
        .body("items.product", everyItem(not(equalTo("94017900"))))
        .body("excludedGroups", is(1))
        .body("excluded[0]", containsString("94017900: not covered alike in 2025-07"));
  }

  @Test
  void onlyThePartitionsOfTheTwoYearsAreRead() {
    List<String> plan =
        tables.list(
"""
EXPLAIN SELECT f.region, left(f.product, 6) AS product, f.partner,
               coalesce(sum(f.value) FILTER (WHERE f.period = ANY ('{202507}'::int[])), 0)
FROM fact f
WHERE f.currency = 'USD' AND f.period = ANY ('{202407,202507}'::int[])
GROUP BY f.region, 2, f.partner
""",
            row -> row.getString(0));
    assertThat(String.join("\n", plan))
        .contains("fact_2024")
        .contains("fact_2025")
        .doesNotContain("fact_2023")
        .doesNotContain("fact_other");
  }

  @Test
  void dependenceNeedsProvincesAndSaysHowMany() {
    ask()
        .queryParam("exposure", "window")
        .get("/api/v1/dependence")
        .then()
        .statusCode(200)
        .body("n", is(2))
        .body("pearson", nullValue())
        .body("reason", containsString("2 regions count; at least 4"))
        .body("items", hasSize(31))
        .body("items.find { it.region == 'CN-FJ' }.included", is(true))
        .body("items.find { it.region == 'CN-FJ' }.exposure", equalTo(0.666667f))
        .body("items.find { it.region == 'CN-GD' }.included", is(false));
  }

  @Test
  void dependenceRelatesExposureAndFall() {
    // Given provinces that fell by as many points as a fifth of their exposure, and one that did
    // not
    Rows rows = new Rows();
    String[] regions = {"CN-BJ", "CN-TJ", "CN-HE", "CN-SX", "CN-NM", "CN-ZJ"};
    int[] exposures = {20, 30, 40, 50, 60, 55};
    int[] falls = {4, 6, 8, 10, 12, 0};
    for (int i = 0; i < regions.length; i++) {
      rows.add("2024-07", regions[i], "USA", "39269090", exposures[i] * MILLION)
          .add("2024-07", regions[i], "DEU", "39269090", (100 - exposures[i]) * MILLION)
          .add(
              "2025-07",
              regions[i],
              "USA",
              "39269090",
              exposures[i] * MILLION / 100 * (100 - falls[i]));
    }
    apply(TestSubmission.of(currency, rows));
    ask()
        .queryParam("exposure", "window")
        .queryParam("sector", "hs:39")
        .queryParam("population", "fell")
        .get("/api/v1/dependence")
        .then()
        .statusCode(200)
        .body("n", is(5))
        .body("pearson", equalTo(-1.0f))
        .body("spearman", equalTo(-1.0f))
        .body("unweighted.slope", equalTo(-0.2f))
        .body("weighted.slope", equalTo(-0.2f))
        .body("items.find { it.region == 'CN-ZJ' }.reasons", hasItem(containsString("fell")));
    // And with all of them, the one that did not fall stands out
    ask()
        .queryParam("exposure", "window")
        .queryParam("sector", "hs:39")
        .get("/api/v1/dependence")
        .then()
        .body("n", is(6))
        .body("items.findAll { it.outlier }.region", contains("CN-ZJ"))
        .body("items.find { it.region == 'CN-ZJ' }.slopeWithout", equalTo(-0.2f))
        .body("unweighted.low", not(nullValue()));
  }

  @Test
  void theBriefingSaysOnlyWhatTheDataSupport() {
    String text =
        ask()
            .accept("text/markdown")
            .get("/api/v1/briefing")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/markdown"))
            .header("Vary", containsString("Accept"))
            .extract()
            .asString();
    assertThat(text)
        .startsWith("# China's exports to the United States, July 2025")
        .contains("(of 2 covered products)")
        .contains("Totals cover 2 products, not all trade.")
        .contains("chips from Chongqing to Vietnam grew more than 25-fold")
        // No province is named for what it did not export, nothing is said of what is not covered.
        .doesNotContain("toys")
        .doesNotContain("special")
        .doesNotContain("null")
        .doesNotContain("{");
  }

  @Test
  void everySentenceOfTheBriefingCarriesAQueryThatAnswers() {
    List<String> queries =
        ask().get("/api/v1/briefing").then().extract().path("sections.sentences.flatten().query");
    assertThat(queries).isNotEmpty();
    for (String query : queries) {
      given().urlEncodingEnabled(false).get(query).then().statusCode(200);
    }
  }

  @Test
  void theBriefingIsInTheReadersLanguage() {
    ask()
        .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
        .get("/api/v1/briefing")
        .then()
        .body("language", equalTo("zh"))
        .body("title", equalTo("2025年7月中国对美国出口"))
        .body("sections[0].title", equalTo("概览"));
    ask().queryParam("lang", "fr").get("/api/v1/briefing").then().statusCode(400);
    ask()
        .queryParam("lang", "zh")
        .queryParam("format", "markdown")
        .get("/api/v1/briefing")
        .then()
        .contentType(startsWith("text/markdown"))
        .body(containsString("## 阅读说明"));
  }

  @Test
  void nothingKnownIsSaidSo() {
    given()
        .queryParam("currency", "XXX")
        .get("/api/v1/briefing")
        .then()
        .statusCode(200)
        .body("sections", empty())
        .body("reason", containsString("nothing is known"));
    for (String path : List.of("diversification", "shifts", "dependence")) {
      given()
          .queryParam("currency", "XXX")
          .get("/api/v1/" + path)
          .then()
          .statusCode(200)
          .body("items", empty())
          .body("reason", not(nullValue()));
    }
  }

  @Test
  void analysesAreTablesToo() {
    for (String path : List.of("diversification", "shifts", "dependence", "briefing", "events")) {
      given()
          .accept("text/csv")
          .get("/api/v1/" + path)
          .then()
          .statusCode(200)
          .contentType(startsWith("text/csv"));
    }
  }
}
