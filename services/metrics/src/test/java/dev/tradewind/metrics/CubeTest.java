package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drill-down by any dimension, over any window and group. */
@QuarkusTest
class CubeTest extends MetricsTest {
  private TestSubmission first;

  @BeforeEach
  void twoYears() {
    first =
        apply(
            TestSubmission.of(
                currency,
                new Rows()
                    .add("2024-06", "CN-GD", "USA", "85177930", 100_00)
                    .add("2024-07", "CN-GD", "USA", "85177930", 200_00)
                    .add("2024-07", "CN-GD", "VNM", "85177930", 300_00)
                    .add("2024-07", "CN-SC", "THA", "94036010", 400_00)
                    .add("2025-06", "CN-GD", "USA", "85177930", 500_00)
                    .add("2025-07", "CN-SC", "USA", "94036010", 600_00)
                    .add("2025-07", "CN-ZJ", "DEU", "94036010", 700_00)));
  }

  private RequestSpecification ask() {
    return given().queryParam("currency", currency);
  }

  @Test
  void windowsAreSummedToTheirPeriod() {
    ask()
        .queryParam("by", "period,region")
        .queryParam("window", "ytd")
        .queryParam("from", "2024-07")
        .queryParam("to", "2024-07")
        .get("/api/v1/exports")
        .then()
        .statusCode(200)
        .body("window", equalTo("ytd"))
        .body("items.region", contains("CN-GD", "CN-SC"))
        .body("items.value", contains("600", "400"))
        // January to May are not known
        .body("items.status", contains("hole", "hole"));
    ask()
        .queryParam("by", "period")
        .queryParam("window", "year")
        .queryParam("from", "2024-01")
        .queryParam("to", "2025-12")
        .get("/api/v1/exports")
        .then()
        .body("items.period", contains("2024-12", "2025-12"))
        .body("items.value", contains("1000", "1800"));
  }

  @Test
  void groupsAreTheUnionOfTheirMembers() {
    ask()
        .queryParam("by", "region-group")
        .queryParam("region", "coastal-six,inland-five,CN-SC")
        .queryParam("period", "2025-07")
        .get("/api/v1/exports")
        .then()
        .body("items.region", contains("CN-SC", "coastal-six", "inland-five"))
        .body("items.regionName", hasItem("Six coastal provinces"))
        .body("items.value", contains("600", "700", "600"))
        .body("items.status", contains("ok", "ok", "ok"));
    ask()
        .queryParam("by", "partner-group")
        .queryParam("partner", "asean,eu")
        .get("/api/v1/exports")
        .then()
        .body("items.partner", contains("asean", "eu"))
        .body("items.value", contains("700", "700"));
  }

  @Test
  void anyLevelOfTheHarmonizedSystemCanBeSeen() {
    ask()
        .queryParam("by", "hs4,partner")
        .queryParam("period", "2024-07")
        .get("/api/v1/exports")
        .then()
        .body("items.product", contains("8517", "8517", "9403"))
        .body("items.partner", contains("USA", "VNM", "THA"));
    ask()
        .queryParam("by", "sector")
        .queryParam("period", "2025-07")
        .get("/api/v1/exports")
        .then()
        .body("items.sector", hasItem("furniture"))
        .body("items.find { it.sector == 'furniture' }.value", equalTo("1300"));
  }

  @Test
  void aSectorOfOnesOwnFollowsTheEditionsOfItsYears() {
    // Given a sector that changes with the year
    given()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "kind",
                "sector",
                "id",
                "mine-" + currency.toLowerCase(java.util.Locale.ROOT),
                "editions",
                List.of(
                    Map.of("lastYear", 2024, "members", List.of("8517")),
                    Map.of("firstYear", 2025, "members", List.of("9403")))))
        .post("/api/v1/groups")
        .then()
        .statusCode(201)
        .body("version", equalTo(1));
    ask()
        .queryParam("by", "period")
        .queryParam("sector", "mine-" + currency.toLowerCase(java.util.Locale.ROOT))
        .get("/api/v1/exports")
        .then()
        .body("items.period", contains("2024-06", "2024-07", "2025-07"))
        .body("items.value", contains("100", "500", "1300"));
  }

  @Test
  void aGroupKeepsItsVersions() {
    String id = "ports-" + currency.toLowerCase(java.util.Locale.ROOT);
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("kind", "region", "id", id, "members", List.of("CN-GD")))
        .post("/api/v1/groups")
        .then()
        .statusCode(201);
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("kind", "region", "id", id, "members", List.of("CN-GD")))
        .post("/api/v1/groups")
        .then()
        .statusCode(409);
    ask()
        .queryParam("region", id)
        .queryParam("window", "month")
        .queryParam("period", "2025-07")
        .get("/api/v1/indicators")
        .then()
        .body("items", hasSize(1))
        .body("items[0].value", equalTo("0"));
    // When its members change
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("members", List.of("CN-GD", "CN-SC")))
        .put("/api/v1/groups/region/" + id)
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    // Then the name means the new ones, and the earlier version can still be asked for
    ask()
        .queryParam("region", id + "," + id + "@1")
        .queryParam("window", "month")
        .queryParam("period", "2025-07")
        .get("/api/v1/indicators")
        .then()
        .body("items.region", contains(id, id + "@1"))
        .body("items.value", contains("600", "0"))
        .body("items[0].rank", nullValue());
    given().delete("/api/v1/groups/region/" + id).then().statusCode(204);
    ask()
        .queryParam("region", id)
        .get("/api/v1/indicators")
        .then()
        .statusCode(400)
        .body("detail", containsString("Parameter 'region': '" + id + "'"));
    given().get("/api/v1/groups/region/" + id).then().body("items.deleted", hasItem(true));
  }

  @Test
  void aMemberThatDoesNotExistIsNamed() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("kind", "partner", "id", "nowhere", "members", List.of("USA", "XYZ")))
        .post("/api/v1/groups")
        .then()
        .statusCode(400)
        .body("detail", containsString("'XYZ' is not an ISO 3166-1 alpha-3 code"));
  }

  @Test
  void everyReadAnswersAsItWouldHaveThen() {
    // Given a revision
    apply(
        TestSubmission.of(currency, new Rows().add("2025-07", "CN-SC", "USA", "94036010", 999_00)));
    String before =
        ask()
            .queryParam("by", "period,region")
            .queryParam("asOf", first.id())
            .accept("text/csv")
            .get("/api/v1/exports")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(before).contains("CN-SC").contains(",600,").doesNotContain(",999,");
    ask()
        .queryParam("window", "month")
        .queryParam("period", "2025-07")
        .queryParam("region", "CN-SC")
        .queryParam("asOf", first.id())
        .get("/api/v1/indicators")
        .then()
        .body("items[0].value", equalTo("600"));
    ask()
        .queryParam("asOf", "yesterday")
        .get("/api/v1/indicators")
        .then()
        .statusCode(400)
        .body("detail", containsString("'asOf'"));
  }
}
