package dev.tradewind.alerts.rulebook;

import static dev.tradewind.alerts.Samples.millions;
import static dev.tradewind.alerts.Samples.unknown;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.alerts.store.Turn;
import dev.tradewind.contracts.period.Window;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules written over the API, and what follows from that at once. */
@QuarkusTest
@TestProfile(AlertsProfile.class)
class RulesApiTest extends AlertsTest {
  @Inject RuleBook book;
  @Inject Transactions transactions;

  @Test
  void aRuleIsMadeReadChangedAndDeleted() {
    create(
            rule(
                "exposed",
                "\"indicator\":\"exposure\",\"comparison\":\"at-or-above\",\"warning\":0.4"))
        .statusCode(201)
        .header("Location", containsString("/api/v1/rules/exposed"))
        .header("ETag", equalTo("\"1\""))
        .body("version", equalTo(1))
        .body("indicator", equalTo("exposure"))
        .body("comparison", equalTo("at-or-above"))
        .body("warning.toString()", equalTo("0.4"))
        .body("critical", nullValue())
        .body("scope", equalTo("provinces"))
        .body("newest", nullValue())
        .body("provisioned", is(false))
        .body("updatedBy", notNullValue());
    create(rule("exposed", "\"indicator\":\"exposure\",\"warning\":0.4"))
        .statusCode(409)
        .contentType("application/problem+json");

    // What was read can be sent back
    String read = when().get("/api/v1/rules/exposed").then().statusCode(200).extract().asString();
    put("exposed", read).statusCode(200).header("ETag", equalTo("\"1\""));
    put("exposed", read.replace("0.4", "0.5")).statusCode(200).body("version", equalTo(2));
    // The version that was read is no longer there
    put("exposed", read.replace("0.4", "0.6"))
        .statusCode(409)
        .body("detail", containsString("version 2, not 1"));
    given()
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body(rule("exposed", "\"indicator\":\"exposure\",\"warning\":0.7"))
        .put("/api/v1/rules/exposed")
        .then()
        .statusCode(412);
    given().header("If-Match", "\"1\"").delete("/api/v1/rules/exposed").then().statusCode(412);
    given().header("If-Match", "W/\"2\"").delete("/api/v1/rules/exposed").then().statusCode(204);
    when().get("/api/v1/rules/exposed").then().statusCode(404);
    when().delete("/api/v1/rules/exposed").then().statusCode(404);

    when()
        .get("/api/v1/rules/exposed/versions")
        .then()
        .statusCode(200)
        .body("items.version", contains(3, 2, 1))
        .body("items.action", contains("deleted", "changed", "created"));
    when()
        .get("/api/v1/rules/exposed/versions?version=1")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].rule.warning.toString()", equalTo("0.4"));
    when().get("/api/v1/rules/exposed/versions?version=9").then().statusCode(404);
    when().get("/api/v1/rules/none/versions").then().statusCode(404);

    // The id may be used again; its versions go on
    create(rule("exposed", "\"indicator\":\"yoy\",\"warning\":-0.5"))
        .statusCode(201)
        .body("version", equalTo(4));
  }

  @Test
  void aWriteThatWouldWaitTooLongIsToBeSentAgain() {
    String rule = rule("exposed", "\"indicator\":\"exposure\",\"warning\":-0.4");
    // Given somebody who evaluates, and does not come to an end
    transactions.run(
        transaction -> {
          Turn.take(transaction);
          // Then
          create(rule)
              .statusCode(503)
              .contentType("application/problem+json")
              .header("Retry-After", equalTo("5"))
              .body("type", containsString("busy"))
              .body("detail", equalTo("Nothing was done."));
          when().get("/api/v1/rules/exposed").then().statusCode(404);
          return true;
        });
    // When it has
    create(rule).statusCode(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"indicator\":\"yoy\" | warning",
        "\"indicator\":\"yoy\",\"warning\":-0.4,\"critical\":-0.2 | critical",
        "\"indicator\":\"growth\",\"warning\":1 | indicator",
        "\"indicator\":\"yoy\",\"warning\":-0.2,\"scope\":\"group\",\"group\":\"none\" | group",
        "\"indicator\":\"yoy\",\"warning\":-0.2,\"scope\":\"regions\",\"regions\":[\"CN-XX\"] | regions",
        "\"indicator\":\"yoy\",\"warning\":-0.2,\"wraning\":-0.2 | wraning",
        "\"indicator\":\"yoy\",\"warning\":-0.2,\"receivers\":[\"default\",\"nowhere\"] | receivers[1]"
      })
  void whatIsNotValidIsNamed(String fields, String field) {
    create(rule("wrong", fields))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.parameter", hasItem(field));
    when().get("/api/v1/rules/wrong").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"'{', 400", "'', 400", "'[]', 400", "'{\"id\":1}', 400"})
  void whatIsNoRuleIsAProblem(String body, int status) {
    create(body).statusCode(status).contentType("application/problem+json");
  }

  @Test
  void aNewRuleIsJudgedAtOnceAndADeletedOneClosesItsAlerts() {
    stage.tell(
        ToldChange.published()
            .slice(JULY, Map.of("CN-GD", millions("85", "100")))
            .slice(AUGUST, Map.of("CN-GD", millions("85", "100"), "CN-YN", millions("88", "100")))
            .newest(AUGUST));
    assertThat(stage.number("SELECT count(*) FROM incident")).isZero();

    create(rule("small-drop", "\"indicator\":\"yoy\",\"warning\":-0.1,\"owner\":\"Trade desk\""))
        .statusCode(201)
        .body("newest", equalTo("2025-08"));

    alerts("rule=small-drop")
        .body("items.region", contains("CN-YN", "CN-GD"))
        .body("items[0].state", equalTo("firing"))
        .body("items[0].sincePeriod", equalTo("2025-08"))
        .body("items[0].owner", equalTo("Trade desk"))
        .body("items[0].observed.toString()", equalTo("-0.12"))
        .body("items[0].threshold.toString()", equalTo("-0.1"))
        .body("items[0].history", hasSize(1))
        .body("items[0].history[0].cause", equalTo("rule-created"))
        .body("items[0].history[0].submission", nullValue())
        .body("items[0].history[0].actor", notNullValue());
    awaitPosted(1);

    when().delete("/api/v1/rules/small-drop").then().statusCode(204);

    alerts("rule=small-drop&state=closed")
        .body("items", hasSize(2))
        .body("items[0].ruleName", equalTo("A rule of small-drop"))
        .body("items[0].history.step", contains("raised", "closed"))
        .body("items[0].history[1].cause", equalTo("rule-deleted"));
    awaitPosted(2);
    awaitQuiet();

    // A change of the figures moves nothing that is closed
    stage.tell(
        ToldChange.published()
            .slice(AUGUST, Map.of("CN-GD", millions("50", "100")))
            .newest(AUGUST));
    alerts("rule=small-drop&state=firing").body("items", hasSize(0));
  }

  @Test
  void otherThresholdsCorrectAndNeverRaiseTwice() {
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("75", "100"))).newest(JULY));
    awaitPosted(1);
    String read = when().get("/api/v1/rules/us-exports-drop").then().extract().asString();

    put("us-exports-drop", read.replace("\"critical\":-0.4", "\"critical\":-0.25"))
        .statusCode(200)
        .body("version", equalTo(2));

    alerts("rule=us-exports-drop")
        .body("items", hasSize(1))
        .body("items[0].severity", equalTo("critical"))
        .body("items[0].history.step", contains("raised", "corrected"))
        .body("items[0].history[1].cause", equalTo("rule-changed"));

    String changed = when().get("/api/v1/rules/us-exports-drop").then().extract().asString();
    put(
            "us-exports-drop",
            changed
                .replace("\"warning\":-0.2", "\"warning\":-0.3")
                .replace("\"critical\":-0.25", "\"critical\":-0.5"))
        .statusCode(200);
    alerts("rule=us-exports-drop")
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("corrected"));
  }

  @Test
  void aDisabledRuleClosesAndAnEnabledOneRaisesAgain() {
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("50", "100"))).newest(JULY));
    String read = when().get("/api/v1/rules/us-exports-drop").then().extract().asString();
    put("us-exports-drop", read.replace("\"enabled\":true", "\"enabled\":false")).statusCode(200);
    alerts("rule=us-exports-drop")
        .body("items[0].state", equalTo("closed"))
        .body("items[0].history[1].cause", equalTo("rule-disabled"));

    put("us-exports-drop", read.replace("\"version\":1", "\"version\":2")).statusCode(200);
    alerts("rule=us-exports-drop")
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("firing"))
        .body("items[0].history.step", contains("raised", "closed", "raised"))
        .body("items[0].history[2].cause", equalTo("rule-enabled"));
    when()
        .get("/api/v1/rules/us-exports-drop/versions")
        .then()
        .body("items.action", contains("enabled", "disabled", "created"));
  }

  @Test
  void aScopeThatLeavesARegionOutClosesItsAlert() {
    stage.tell(
        ToldChange.published()
            .slice(JULY, Map.of("CN-YN", millions("50", "100"), "CN-GD", millions("50", "100")))
            .newest(JULY));
    String read = when().get("/api/v1/rules/us-exports-drop").then().extract().asString();
    put(
            "us-exports-drop",
            read.replace("\"scope\":\"provinces\"", "\"scope\":\"regions\"")
                .replace("\"regions\":[]", "\"regions\":[\"CN-GD\"]"))
        .statusCode(200);
    alerts("state=firing").body("items.region", contains("CN-GD"));
    alerts("state=closed").body("items.region", contains("CN-YN"));
  }

  @Test
  void aRuleThatWatchesSomethingElseClosesWhatItAlerted() {
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("50", "100"))).newest(JULY));
    stage.tell(
        ToldChange.published()
            .of(new Series("VNM", "all", Window.YTD, "USD"))
            .slice(JULY, Map.of("CN-YN", millions("60", "100")))
            .newest(JULY));
    String read = when().get("/api/v1/rules/us-exports-drop").then().extract().asString();
    put("us-exports-drop", read.replace("\"partner\":\"USA\"", "\"partner\":\"VNM\""))
        .statusCode(200);
    alerts("partner=USA").body("items.state", contains("closed"));
    alerts("partner=VNM")
        .body("items.state", contains("firing"))
        .body("items[0].history.cause", contains("rule-changed"));
  }

  @Test
  void withoutAFileProvisionedRulesBecomeOrdinaryOnes() {
    create(rule("of-a-file", "\"indicator\":\"yoy\",\"warning\":-0.2")).statusCode(201);
    stage.rows("UPDATE rule SET provisioned = true WHERE id = 'of-a-file'");
    when().delete("/api/v1/rules/of-a-file").then().statusCode(409);
    assertThat(book.release()).isEqualTo(1);
    when().delete("/api/v1/rules/of-a-file").then().statusCode(204);
  }

  @Test
  void aGroupIsJudgedByItsMembersOfTheTime() {
    stage.tell(
        ToldChange.published()
            .group("two", "CN-GD", "CN-ZJ")
            .slice(JULY, Map.of("CN-GD", millions("85", "100"), "CN-YN", millions("85", "100")))
            .newest(JULY));
    create(
            rule(
                "of-two",
                "\"indicator\":\"yoy\",\"warning\":-0.1,\"scope\":\"group\",\"group\":\"two\""))
        .statusCode(201);
    alerts("rule=of-two&state=firing").body("items.region", contains("CN-GD"));

    stage.tell(ToldChange.published().group("two", "CN-YN", "CN-ZJ").newest(JULY));

    alerts("rule=of-two&state=firing").body("items.region", contains("CN-YN"));
    alerts("rule=of-two&state=closed").body("items.region", contains("CN-GD"));
  }

  @Test
  void whatIsExportedIsImportedTheSame() {
    create(
            rule(
                "labelled",
                "\"indicator\":\"zScore\",\"warning\":-3,\"labels\":{\"team\":\"trade\"},\"receivers\":[\"default\"]"))
        .statusCode(201);
    String yaml = export();
    assertThat(yaml)
        .contains("id: labelled")
        .contains("team: trade")
        .contains("minBase: \"10000000\"");

    importing(yaml, "").statusCode(200).body("rules.action", contains("unchanged", "unchanged"));
    importing(yaml.replace("warning: -3", "warning: -4"), "?dryRun=true")
        .statusCode(200)
        .body("dryRun", is(true))
        .body("rules.find { it.id == 'labelled' }.action", equalTo("changed"));
    assertThat(export()).isEqualTo(yaml);

    when().delete("/api/v1/rules/labelled").then().statusCode(204);
    importing(yaml, "")
        .statusCode(200)
        .body("rules.find { it.id == 'labelled' }.action", equalTo("created"));
    assertThat(export()).isEqualTo(yaml);
  }

  @Test
  void anImportIsWholeOrNothing() {
    String yaml =
        """
        rules:
        - {id: good, name: Good, indicator: yoy, partner: USA, window: ytd, warning: -0.2}
        - {id: bad, name: Bad, indicator: growth, partner: USA, window: ytd, warning: -0.2}
        - {id: worse, name: Worse, indicator: yoy, partner: USA, window: ytd, critical: x}
        """;
    importing(yaml, "")
        .statusCode(400)
        .body("errors.parameter", hasItem("rules[1].indicator"))
        .body("errors.parameter", hasItem("rules[2].critical"));
    String unknownGroup =
        """
        rules:
        - {id: good, name: Good, indicator: yoy, partner: USA, window: ytd, warning: -0.2}
        - {id: of, name: Of, indicator: yoy, partner: USA, window: ytd, warning: -0.2, scope: group, group: none}
        """;
    importing(unknownGroup, "")
        .statusCode(400)
        .body("errors.parameter", contains("rules[1].group"));
    importing(unknownGroup, "?dryRun=true").statusCode(400);
    String unknownChannel =
        """
        rules:
        - {id: good, name: Good, indicator: yoy, partner: USA, window: ytd, warning: -0.2, receivers: [default]}
        - {id: to, name: To, indicator: yoy, partner: USA, window: ytd, warning: -0.2, receivers: [nowhere]}
        """;
    for (String query : List.of("", "?dryRun=true")) {
      importing(unknownChannel, query)
          .statusCode(400)
          .body("errors.parameter", contains("rules[1].receivers[0]"))
          .body("errors.detail", contains("there is no channel 'nowhere'; use one of default."));
    }
    when().get("/api/v1/rules/good").then().statusCode(404);
  }

  @Test
  void aBacktestTellsWhatWasRaisedLive() {
    List<String> raised = new ArrayList<>();
    List<String> values = List.of("99", "70", "50", "99", "-", "75");
    for (int i = 0; i < values.size(); i++) {
      var month = JUNE.plusMonths(i - 3L);
      var figures =
          values.get(i).equals("-") ? unknown(Status.HOLE) : millions(values.get(i), "100");
      stage.tell(ToldChange.published().slice(month, Map.of("CN-YN", figures)).newest(month));
      if (i == 1 || i == 5) {
        raised.add(month.toString());
      }
    }
    alerts("rule=us-exports-drop")
        .body("items[0].history.findAll { it.step == 'raised' }.period", equalTo(raised));

    given()
        .post("/api/v1/rules/us-exports-drop/backtest")
        .then()
        .statusCode(200)
        .body("rule", equalTo("us-exports-drop"))
        .body("from", equalTo("2025-03"))
        .body("to", equalTo("2025-08"))
        .body("periods", equalTo(6))
        .body("raised", equalTo(2))
        .body("flaps", equalTo(1))
        .body("messages", equalTo(4))
        .body("alerts.since", equalTo(raised))
        .body("alerts[0].worst.period", equalTo("2025-05"))
        .body("alerts[0].worst.severity", equalTo("critical"))
        .body("alerts[0].resolved", equalTo("2025-06"))
        .body("flapping[0].region", equalTo("CN-YN"))
        .body("unknown.figures", equalTo(1))
        .body("vintage", containsString("known today"));
    given()
        .contentType("application/json")
        .body(rule(null, "\"indicator\":\"yoy\",\"warning\":-0.2,\"times\":2,\"periods\":2"))
        .post("/api/v1/rules/backtest?from=2025-04&to=2025-06")
        .then()
        .statusCode(200)
        .body("rule", equalTo("unsaved"))
        .body("periods", equalTo(3))
        .body("alerts.since", contains("2025-05"));
    given().post("/api/v1/rules/none/backtest").then().statusCode(404);
    given()
        .contentType("application/json")
        .body(rule(null, "\"indicator\":\"yoy\""))
        .post("/api/v1/rules/backtest")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("warning"));
    given()
        .post("/api/v1/rules/us-exports-drop/backtest?from=May")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("from"));
  }

  private static String rule(@Nullable String id, String fields) {
    return "{"
        + (id == null ? "" : "\"id\":\"" + id + "\",")
        + "\"name\":\"A rule of "
        + id
        + "\",\"partner\":\"USA\",\"window\":\"ytd\","
        + fields
        + "}";
  }

  private static ValidatableResponse create(String body) {
    return given().contentType("application/json").body(body).post("/api/v1/rules").then();
  }

  private static ValidatableResponse put(String id, String body) {
    return given().contentType("application/json").body(body).put("/api/v1/rules/" + id).then();
  }

  private static ValidatableResponse alerts(String query) {
    return when().get("/api/v1/alerts?limit=50&" + query).then().statusCode(200);
  }

  private static String export() {
    return given()
        .accept("application/yaml")
        .get("/api/v1/rules")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static ValidatableResponse importing(String yaml, String query) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
        .contentType("application/yaml")
        .body(yaml)
        .post("/api/v1/rules/import" + query)
        .then();
  }
}
