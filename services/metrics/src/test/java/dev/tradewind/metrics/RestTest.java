package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RestTest extends MetricsTest {
  @BeforeEach
  void july() {
    apply(
        TestSubmission.of(
                currency,
                new Rows()
                    .add("2024-07", "CN-SC", "USA", "39221000", 843_547_700)
                    .add("2024-07", "CN-GD", "USA", "39221000", 14_134_715_200L)
                    .add("2025-07", "CN-SC", "USA", "39221000", 241_990_850)
                    .add("2025-07", "CN-SC", "DEU", "39221000", 1_291_578_900)
                    .add("2025-07", "CN-GD", "USA", "39221000", 11_127_532_100L))
            .labelled("modelled"));
  }

  private RequestSpecification ask() {
    return given().queryParam("currency", currency);
  }

  @Test
  void indicatorsShowTheNationAndAllRegions() {
    ask()
        .queryParam("window", "month")
        .get("/api/v1/indicators")
        .then()
        .statusCode(200)
        .body("period", equalTo("2025-07"))
        .body("newestPeriod", equalTo("2025-07"))
        .body("coveredProducts", equalTo(1))
        .body("partial", equalTo("of 1 covered product"))
        .body("labels", contains("modelled"))
        .body("applySeq", notNullValue())
        .body("items", hasSize(32))
        .body("items[0].region", equalTo("CN"))
        .body("items.find { it.region == 'CN-SC' }.value", equalTo("2419908.5"))
        .body("items.find { it.region == 'CN-SC' }.regionName", equalTo("Sichuan"))
        .body("items.find { it.region == 'CN-SC' }.yoy", equalTo(-0.713127f))
        .body("items.find { it.region == 'CN-SC' }.reasons", hasItem("modelled"))
        .body("items.find { it.region == 'CN-GD' }.rank", equalTo(1))
        .body("items.find { it.region == 'CN-GD' }.status", equalTo("ok"));
  }

  @Test
  void indicatorsAreATableWhereOneIsWanted() {
    String csv =
        ask()
            .queryParam("window", "month")
            .queryParam("region", "CN-SC")
            .accept("text/csv")
            .get("/api/v1/indicators")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .extract()
            .asString();
    assertThat(csv.lines().toList())
        .containsExactly(
            "region,regionName,partner,sector,period,window,currency,value,baseValue,change,yoy,"
                + "share,shareChange,rank,exposure,exposureChange,contribution,status,reasons",
            "CN-SC,Sichuan,USA,all,2025-07,month,"
                + currency
                + ",2419908.5,8435477,-6015568.5,-0.713127,0.021284,-0.035034,2,0.157796,"
                + "-0.842204,-0.040162,ok,of 1 covered product; modelled");
  }

  @Test
  void aProductMissingInTheCurrentYearIsNotComparable() {
    // Given product B loaded for 2024 only
    apply(
        TestSubmission.of(
            currency, new Rows().add("2024-07", "CN-GD", "USA", "73249000", 1_000_000)));
    ask()
        .queryParam("window", "month")
        .queryParam("period", "2025-07")
        .get("/api/v1/indicators")
        .then()
        .body("items.status.unique()", contains("not-comparable"))
        .body("items[0].yoy", nullValue())
        .body(
            "items[0].reasons",
            hasItem("product 73249000 is not covered in 2025-07 (current window)"));
  }

  @Test
  void rankingsAreInTheOrderOfTheirMeasure() {
    ask()
        .queryParam("window", "month")
        .queryParam("by", "yoy")
        .queryParam("order", "asc")
        .get("/api/v1/rankings")
        .then()
        .statusCode(200)
        .body("items", hasSize(31))
        .body("items[0].region", equalTo("CN-SC"))
        .body("items[0].rank", equalTo(1))
        .body("items[1].region", equalTo("CN-GD"))
        .body("items[2].rank", nullValue());
  }

  @Test
  void anHsPrefixIsSummedOnReading() {
    ask()
        .queryParam("window", "month")
        .queryParam("sector", "hs:3922")
        .get("/api/v1/indicators")
        .then()
        .body("items.find { it.region == 'CN-SC' }.value", equalTo("2419908.5"))
        .body("items.find { it.region == 'CN-SC' }.exposure", equalTo(0.157796f));
  }

  @Test
  void exportsDrillDownPartByPart() {
    // Given two parts of a list
    Response first =
        ask().queryParam("by", "region,period").queryParam("limit", 3).get("/api/v1/exports");
    first
        .then()
        .statusCode(200)
        .body("items", hasSize(3))
        .body("items[0].period", equalTo("2024-07"))
        .body("items[0].region", equalTo("CN-GD"))
        .body("items[0].partner", nullValue())
        .body("items[0].value", equalTo("141347152"));
    String next = first.path("next");
    ask()
        .queryParam("by", "region,period")
        .queryParam("limit", 3)
        .queryParam("cursor", next)
        .get("/api/v1/exports")
        .then()
        .body("items", hasSize(1))
        .body("items[0].region", equalTo("CN-SC"))
        .body("items[0].value", equalTo("15335697.5"))
        .body("next", nullValue());
    // When data are merged, then the list must be read afresh
    apply(TestSubmission.of(currency, new Rows().add("2025-07", "CN-SC", "USA", "39221000", 1)));
    ask()
        .queryParam("by", "region,period")
        .queryParam("cursor", next)
        .get("/api/v1/exports")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("https://tradewind.dev/problems/data-moved"));
  }

  @Test
  void exportsAreFilteredByWhatIsAskedFor() {
    ask()
        .queryParam("by", "partner")
        .queryParam("region", "CN-SC")
        .queryParam("from", "2025-01")
        .queryParam("product", "3922")
        .get("/api/v1/exports")
        .then()
        .body("items.partner", contains("DEU", "USA"))
        .body("items.value", contains("12915789", "2419908.5"));
    ask()
        .queryParam("sector", "footwear")
        .get("/api/v1/exports")
        .then()
        .body("items", empty())
        .body("reason", containsString("/api/v1/coverage"));
  }

  @Test
  void whoHasTheAnswerIsNotToldAgain() {
    String tag = ask().get("/api/v1/indicators").then().extract().header("ETag");
    ask().header("If-None-Match", tag).get("/api/v1/indicators").then().statusCode(304);
    // Until something is merged
    apply(TestSubmission.of(currency, new Rows().add("2025-07", "CN-SC", "USA", "39221000", 7)));
    ask()
        .header("If-None-Match", tag)
        .queryParam("window", "month")
        .get("/api/v1/indicators")
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(tag)))
        .body("items.find { it.region == 'CN-SC' }.value", equalTo("0.07"));
  }

  @Test
  void anEmptyAnswerSaysWhy() {
    given()
        .queryParam("currency", "XXX")
        .get("/api/v1/indicators")
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("reason", equalTo("no submission in XXX has been applied yet"));
    ask()
        .queryParam("period", "2030-01")
        .queryParam("window", "month")
        .get("/api/v1/indicators")
        .then()
        .body("items", empty())
        .body(
            "reason",
            equalTo("nothing is known for 2030-01; the newest covered period is 2025-07"));
  }

  @Test
  void aWrongParameterIsNamedWithWhatIsAllowed() {
    for (List<String> wrong :
        List.of(
            List.of("window", "year", "month, ytd, r12m, jan-feb"),
            List.of("partner", "ZZZ", "/api/v1/partners"),
            List.of("region", "CN-XX", "/api/v1/regions"),
            List.of("sector", "shoes", "footwear"),
            List.of("period", "2025-13", "2025-07"),
            List.of("preiod", "2025-07", "allowed are partner, period"))) {
      given()
          .queryParam(wrong.get(0), wrong.get(1))
          .get("/api/v1/indicators")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("errors[0].parameter", equalTo(wrong.get(0)))
          .body("errors[0].detail", containsString(wrong.get(2)));
    }
    given()
        .queryParam("window", "jan-feb")
        .queryParam("period", "2025-07")
        .get("/api/v1/indicators")
        .then()
        .statusCode(400)
        .body("errors[0].detail", containsString("February only"));
  }

  @Test
  void whatIsAcceptedIsWhatIsDocumented() throws IOException {
    JsonNode document = json(given().get("/q/openapi?format=json"));
    for (var path : document.path("paths").properties()) {
      JsonNode operation = path.getValue().path("get");
      // One event takes no parameters at all; all other reads refuse what they do not know.
      if (operation.isObject() && !path.getKey().equals("/api/v1/events/{id}")) {
        String refusal =
            given()
                .queryParam("unheard-of", 1)
                .get(path.getKey().replaceAll("\\{[^}]*}", "0"))
                .then()
                .statusCode(400)
                .extract()
                .path("errors[0].detail");

        String accepted = refusal.replaceAll("^unknown here; allowed are |\\.$", "");
        assertThat(Set.of(accepted.split(", ")))
            .as(path.getKey())
            .isEqualTo(documented(document, operation));
      }
    }
  }

  /** The names of its own parameters; all tables have {@code format}. */
  private static Set<String> documented(JsonNode document, JsonNode operation) {
    Set<String> names = new HashSet<>();
    for (JsonNode parameter : operation.path("parameters")) {
      String reference = parameter.path("$ref").asText();
      JsonNode one = reference.isEmpty() ? parameter : document.at(reference.substring(1));
      if (one.path("in").asText().equals("query")) {
        names.add(one.path("name").asText());
      }
    }
    names.remove("format");
    return names.isEmpty() ? Set.of("") : names;
  }

  @Test
  void tablesHaveTheFieldsOfTheirJson() throws IOException {
    for (String path :
        List.of(
            "indicators",
            "exports",
            "diversification",
            "shifts?kind=shrunk&window=month",
            "dependence",
            "coverage")) {
      List<String> fields = new ArrayList<>();
      json(ask().get("/api/v1/" + path)).at("/items/0").fieldNames().forEachRemaining(fields::add);
      String table = ask().accept("text/csv").get("/api/v1/" + path).asString();

      assertThat(List.of(table.lines().findFirst().orElse("").split(","))).isEqualTo(fields);
    }
  }

  private static JsonNode json(Response answer) throws IOException {
    return new ObjectMapper().readTree(answer.asString());
  }

  @Test
  void revisionsTellWhatWasChanged() {
    TestSubmission revision =
        apply(
            TestSubmission.of(currency, new Rows().add("2025-07", "CN-SC", "USA", "39221000", 7)));
    given()
        .queryParam("submission", revision.id().toString())
        .get("/api/v1/revisions")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].oldValue", equalTo("2419908.5"))
        .body("items[0].newValue", equalTo("0.07"))
        .body("items[0].cause", equalTo("published"))
        .body("items[0].period", equalTo("2025-07"));
  }

  @Test
  void coverageTellsHolesFromZeros() {
    Response coverage = ask().get("/api/v1/coverage");
    coverage
        .then()
        .statusCode(200)
        .body("items", hasSize(13))
        .body("items[0].status", equalTo("covered"))
        .body("items[0].world", equalTo(true))
        .body("items[0].labels", contains("modelled"))
        .body("items[1].status", equalTo("hole"))
        .body("items[12].period", equalTo("2025-07"));
  }

  @Test
  void codeListsAreInEnglishAndChinese() {
    given()
        .get("/api/v1/regions")
        .then()
        .body("items", hasSize(31))
        .body("items.find { it.code == 'CN-GD' }.nameZh", equalTo("广东"));
    given().get("/api/v1/partners").then().body("items.code", hasItem("USA"));
    given().get("/api/v1/sectors").then().body("items.id", hasItem("furniture:broad"));
    given()
        .accept("text/csv")
        .get("/api/v1/regions")
        .then()
        .contentType(startsWith("text/csv"))
        .body(containsString("CN-GD,44,Guangdong,广东,广东省"));
  }
}
