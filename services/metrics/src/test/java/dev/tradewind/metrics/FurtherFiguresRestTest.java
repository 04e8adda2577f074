package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** Figures beyond the usual ones, given where they are asked for. */
@QuarkusTest
class FurtherFiguresRestTest extends MetricsTest {
  private static final String KILOS = "千克";

  private RequestSpecification ask() {
    return given()
        .queryParam("currency", currency)
        .queryParam("window", "month")
        .queryParam("period", "2025-07");
  }

  private void quantities() {
    apply(
        TestSubmission.of(
            currency,
            new Rows()
                // Ten at 20 become fifteen at 24: 100 of 160 is quantity
                .add("2024-07", "CN-GD", "USA", "39221000", 200_00, 10, KILOS)
                .add("2025-07", "CN-GD", "USA", "39221000", 360_00, 15, KILOS)
                // Without quantities
                .add("2024-07", "CN-GD", "USA", "73249000", 100_00)
                .add("2025-07", "CN-GD", "USA", "73249000", 150_00)
                .add("2024-07", "CN-GD", "VNM", "73249000", 300_00)
                .add("2025-07", "CN-GD", "VNM", "73249000", 510_00)
                .add("2024-07", "CN-ZJ", "USA", "39221000", 900_00)
                .add("2025-07", "CN-ZJ", "USA", "39221000", 100_00)));
  }

  @Test
  void aChangeIsSplitIntoQuantityAndPriceWhereQuantitiesAreKnown() {
    quantities();
    ask()
        .queryParam("region", "CN-GD,CN-ZJ")
        .queryParam("more", "prices")
        .get("/api/v1/indicators")
        .then()
        .statusCode(200)
        .body("items[1].change", equalTo("210"))
        .body("items[1].quantityEffect", equalTo("100"))
        .body("items[1].priceEffect", equalTo("60"))
        .body("items[1].unmatchedChange", equalTo("50"))
        // 560 of 810
        .body("items[1].quantityCoverage", equalTo(0.691358f))
        .body("items[0].quantityEffect", nullValue())
        .body(
            "items[0].moreReasons",
            hasItem("no price and quantity: no flow has quantities of one unit in both windows"));
  }

  @Test
  void placesConcentrationAndAdvantageAreToldOnRequest() {
    quantities();
    ask()
        .queryParam("region", "CN-GD,CN-ZJ")
        .queryParam("sector", "hs:39")
        .queryParam("more", "rank,hhi,rca,definition")
        .get("/api/v1/indicators")
        .then()
        .body("items[1].rank", equalTo(1))
        .body("items[1].baseRank", equalTo(2))
        .body("items[1].rankChange", equalTo(1))
        .body("items[1].hhi", equalTo(1.0f))
        // (360/510) / (460/610)
        .body("items[1].rca", equalTo(0.936061f))
        .body("items[1].exposureDefinition", equalTo("share of the region's own exports"));
    ask()
        .queryParam("region", "CN-GD")
        .queryParam("more", "hhi")
        .get("/api/v1/indicators")
        .then()
        // Half to each: 510 and 510
        .body("items[0].hhi", equalTo(0.5f))
        .body("items[0].markets", equalTo(2.0f));
  }

  @Test
  void theUsualFieldsStayAsTheyAreUnlessMoreIsAskedFor() {
    quantities();
    ask().get("/api/v1/indicators").then().body("items[0]", not(hasKey("hhi")));
    String csv =
        ask()
            .queryParam("more", "all")
            .accept("text/csv")
            .get("/api/v1/indicators")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv.lines().findFirst().orElseThrow())
        .endsWith(
            "contribution,status,reasons,baseRank,rankChange,ytdYoy,exposureDefinition,hhi,markets,"
                + "rca,cagr,cagrYears,zScore,zMonths,quantityEffect,priceEffect,unmatchedChange,"
                + "quantityCoverage,moreReasons");
  }

  @Test
  void growthAYearAndHowUnusualARateIsComeFromTheHistory() {
    // Given five years of one region: 100 a month, a little more each year, and a collapse
    Rows rows = new Rows();
    for (int year = 2020; year <= 2025; year++) {
      for (int month = 1; month <= 12; month++) {
        if (year < 2025 || month <= 7) {
          long wobble = (month * 7L + year) % 5;
          rows.add(
              "%d-%02d".formatted(year, month),
              "CN-GD",
              "USA",
              "39221000",
              year == 2025 && month == 7
                  ? 12_500_000_00L
                  : (100_000_000L + wobble * 100_000) * 100);
        }
      }
    }
    apply(TestSubmission.of(currency, rows));
    ask()
        .queryParam("region", "CN-GD")
        .queryParam("more", "cagr,z")
        .get("/api/v1/indicators")
        .then()
        .body("items[0].cagrYears", equalTo(3))
        .body("items[0].zMonths", equalTo(36))
        // The cube root of about one eighth, less one
        .body("items[0].cagr", allOf(greaterThan(-0.505f), lessThan(-0.495f)))
        .body("items[0].zScore", lessThan(-100f));
  }

  @Test
  void provisionalFiguresSaySo() {
    TestSubmission rows =
        TestSubmission.of(
            currency,
            new Rows()
                .add("2024-07", "CN-GD", "USA", "39221000", 2_000_000_00L)
                .add("2025-07", "CN-GD", "USA", "39221000", 3_000_000_00L));
    topics.publishProvisional(rows);
    awaitState(rows, "applied");
    ask()
        .queryParam("region", "CN-GD")
        .get("/api/v1/indicators")
        .then()
        .body("items[0].status", equalTo("provisional"))
        .body("items[0].reasons", hasItem("figures are provisional"));
  }
}
