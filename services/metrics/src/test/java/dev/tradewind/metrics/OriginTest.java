package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Where numbers come from, what others report, and in which forms it is all told. */
@QuarkusTest
class OriginTest extends MetricsTest {
  private RequestSpecification ask() {
    return given().queryParam("currency", currency);
  }

  @Test
  void theNationAsReportedStandsBesideTheSumOfItsRegionsAndIsInNoSum() {
    // Given two regions, and the nation as another source reports it
    apply(
        TestSubmission.of(
            currency,
            new Rows()
                .add("2025-07", "CN-GD", "USA", "39221000", 600_00)
                .add("2025-07", "CN-ZJ", "USA", "39221000", 300_00)));
    apply(
        TestSubmission.of(
                currency,
                new Rows()
                    .add("2025-07", "CN", "USA", "TOTAL", 1_000_00)
                    .add("2025-07", "CN", "WLD", "TOTAL", 5_000_00)
                    .add("2025-07", "CN", "USA", "39221000", 900_00))
            .labelled("reported"));
    ask()
        .get("/api/v1/reference")
        .then()
        .statusCode(200)
        .body("items", hasSize(3))
        .body("items.product", contains("39221000", "TOTAL", "TOTAL"))
        .body("items.partner", contains("USA", "USA", "WLD"))
        .body("items[0].reported", equalTo("900"))
        .body("items[0].computed", equalTo("900"))
        .body("items[0].ratio", equalTo(1.0f))
        .body("items[0].status", equalTo("ok"))
        .body("items[1].computed", equalTo("900"))
        .body("items[1].difference", equalTo("-100"))
        .body("items[1].status", equalTo("not-comparable"))
        .body("items[1].reasons", contains("of 1 covered product"));
    ask()
        .queryParam("window", "month")
        .get("/api/v1/indicators")
        .then()
        .body("items[0].value", equalTo("900"))
        .body("items[0].exposure", equalTo(1.0f))
        .body("labels", hasSize(0));
    ask()
        .queryParam("by", "partner,product")
        .get("/api/v1/exports")
        .then()
        .body("items", hasSize(1))
        .body("items[0].value", equalTo("900"));
    assertThat(tables.facts(currency)).hasSize(2);
  }

  @Test
  void aNumberLeadsToItsSubmissionsTheirVintagesAndTheirLines() {
    // Given a vintage that replaces one cell and erases another
    TestSubmission first =
        apply(
            TestSubmission.of(
                currency,
                new Rows()
                    .add("2025-07", "CN-GD", "USA", "39221000", 600_00)
                    .add("2025-07", "CN-ZJ", "USA", "39221000", 300_00)
                    .add("2025-07", "CN-ZJ", "USA", "73249000", 50_00)));
    TestSubmission second =
        apply(
            TestSubmission.of(
                    currency, new Rows().add("2025-07", "CN-GD", "USA", "39221000", 700_00))
                .covering(
                    List.of("39221000"),
                    List.of("2025-07"),
                    List.of("USA"),
                    List.of("CN-GD", "CN-ZJ")));
    ask()
        .queryParam("window", "month")
        .queryParam("period", "2025-07")
        .get("/api/v1/provenance")
        .then()
        .statusCode(200)
        .body("value", equalTo("750"))
        .body("items.submission", contains(second.id().toString(), first.id().toString()))
        .body("items.value", contains("700", "50"))
        .body("items.cells", contains(1, 1))
        .body("items.zeros", contains(1, 0))
        .body("items[0].files", contains("test.csv"))
        .body(
            "items[0].lines",
            equalTo("/api/v1/submissions/" + second.id() + "/lines?period=2025-07&partner=USA"));
    // And of a single cell, every vintage is told
    ask()
        .queryParam("window", "month")
        .queryParam("period", "2025-07")
        .queryParam("region", "CN-ZJ")
        .queryParam("product", "39221000")
        .get("/api/v1/provenance")
        .then()
        .body("value", equalTo("0"))
        .body("history.value", contains("0", "300"))
        .body("history.counts", contains(true, false));
    ask()
        .queryParam("window", "month")
        .queryParam("period", "2025-07")
        .queryParam("region", "CN-ZJ")
        .queryParam("product", "39221000")
        .queryParam("asOf", first.id())
        .get("/api/v1/provenance")
        .then()
        .body("value", equalTo("300"))
        .body("history.counts", contains(false, true));
  }

  @Test
  void theSameIsToldInEveryForm() throws Exception {
    apply(
        TestSubmission.of(currency, new Rows().add("2025-07", "CN-GD", "USA", "39221000", 600_50)));
    String sdmx =
        ask()
            .queryParam("format", "sdmx-csv")
            .get("/api/v1/exports")
            .then()
            .statusCode(200)
            .contentType(startsWith("application/vnd.sdmx.data+csv"))
            .extract()
            .asString();
    assertThat(sdmx.lines().toList())
        .containsExactly(
            "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,COMMODITY,FLOW,TIME_PERIOD,OBS_VALUE,"
                + "OBS_STATUS,UNIT_MEASURE,WINDOW",
            "TRADEWIND:EXPORTS(1.0),M,CN-GD,USA,39221000,X,2025-07,600.5,A," + currency + ",month");
    byte[] marked =
        ask()
            .queryParam("format", "csv")
            .queryParam("bom", "true")
            .get("/api/v1/exports")
            .then()
            .extract()
            .asByteArray();
    assertThat(marked).startsWith(0xEF, 0xBB, 0xBF);
    byte[] workbook =
        ask()
            .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .get("/api/v1/exports")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(sheet(workbook)).contains("<v>600.5</v>").doesNotContain("<v>39221000</v>");
    ask()
        .queryParam("format", "pdf")
        .get("/api/v1/exports")
        .then()
        .statusCode(400)
        .body("detail", containsString("'format'"))
        .body("detail", containsString("json, csv, sdmx-csv, xlsx"));
    ask()
        .queryParam("format", "xlsx")
        .get("/api/v1/regions")
        .then()
        .statusCode(400)
        .body("errors.parameter", hasItem("currency"));
  }

  private static String sheet(byte[] workbook) throws Exception {
    Path file = Files.createTempFile("exports", ".xlsx");
    Files.write(file, workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void allFactsComeAsOneStreamThatIngestCanRead() {
    apply(
        TestSubmission.of(
            currency,
            new Rows()
                .add("2025-06", "CN-GD", "USA", "39221000", 600_50, 12, "千克")
                .add("2025-07", "CN-GD", "VNM", "39221000", 700_00)
                .add("2025-07", "CN-ZJ", "USA", "39221000", 800_00)));
    String csv =
        ask()
            .queryParam("region", "coastal-six")
            .queryParam("partner", "USA,asean")
            .get("/api/v1/exports/bulk")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv.lines().toList())
        .containsExactly(
            "period,region,partner,hs,value,currency,quantity,unit",
            "2025-06,CN-GD,USA,39221000,600.5," + currency + ",12,千克",
            "2025-07,CN-GD,VNM,39221000,700," + currency + ",,",
            "2025-07,CN-ZJ,USA,39221000,800," + currency + ",,");
    ask()
        .queryParam("region", "nowhere")
        .get("/api/v1/exports/bulk")
        .then()
        .statusCode(400)
        .body("detail", containsString("'region'"));
  }

  @Test
  void aMonthIsKnownOrZeroOrAHoleOrNotYetDue() {
    apply(
        TestSubmission.of(
            currency,
            new Rows()
                .add("2025-05", "CN-GD", "USA", "39221000", 600_00)
                .add("2025-07", "CN-GD", "VNM", "39221000", 700_00)));
    String later = java.time.YearMonth.now(java.time.ZoneOffset.UTC).plusMonths(2).toString();
    ask()
        .queryParam("until", later)
        .get("/api/v1/coverage")
        .then()
        .statusCode(200)
        .body("items.find { it.period == '2025-05' }.status", equalTo("covered"))
        .body("items.find { it.period == '2025-05' }.value", equalTo("600"))
        .body("items.find { it.period == '2025-06' }.status", equalTo("hole"))
        .body("items.find { it.period == '2025-07' }.status", equalTo("zero"))
        .body("items.find { it.period == '2025-07' }.dueOn", equalTo("2025-08-20"))
        .body("items.find { it.period == '" + later + "' }.status", equalTo("not-yet-due"));
  }

  @Test
  void anotherListOfSectorsMakesTheSumsAgain() {
    // Given sums that were made with another list
    apply(
        TestSubmission.of(currency, new Rows().add("2025-07", "CN-GD", "USA", "94036010", 600_00)));
    List<String> sums = tables.slices(currency);
    assertThat(sums).anyMatch(sum -> sum.contains(" furniture "));
    tables.run("DELETE FROM slice WHERE currency = $1 AND sector = 'furniture'", currency);
    tables.run("DELETE FROM product_sector WHERE sector = 'furniture'");
    // When the service notices that the list is not the one it knows
    tables.run("UPDATE sector_list SET fingerprint = 'another'");
    // Then all is as the list says
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(tables.slices(currency)).isEqualTo(sums));
  }

  @Test
  void whatAVintageChangedIsToldAsItWasKnownThen() {
    TestSubmission first =
        apply(
            TestSubmission.of(
                currency, new Rows().add("2025-07", "CN-GD", "USA", "39221000", 600_00)));
    TestSubmission second =
        apply(
            TestSubmission.of(
                currency, new Rows().add("2025-07", "CN-GD", "USA", "39221000", 650_00)));
    given()
        .get("/api/v1/revisions/vintages")
        .then()
        .statusCode(200)
        .body("items[0].submission", equalTo(second.id().toString()))
        .body("items[0].cells", equalTo(1))
        .body("items[0].raised", equalTo("50"))
        .body("items[0].lowered", equalTo("0"));
    given()
        .queryParam("submission", second.id())
        .queryParam("asOf", second.id())
        .get("/api/v1/revisions")
        .then()
        .body("items", hasSize(1));
    given()
        .queryParam("submission", second.id())
        .queryParam("asOf", first.id())
        .get("/api/v1/revisions")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }
}
