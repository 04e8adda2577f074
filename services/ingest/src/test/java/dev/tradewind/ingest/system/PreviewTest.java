package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.ingest.store.Database;
import dev.tradewind.testing.CustomsFile;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreviewTest {
  private final Database database;

  PreviewTest(Database database) {
    this.database = database;
  }

  private long rowsLeftBehind() {
    return database
        .execute(
            "select (select count(*) from submission) + (select count(*) from chunk)"
                + " + (select count(*) from block) as n")
        .get(0)
        .getLong("n");
  }

  @Test
  void saysWhatTheFileIsAndHowItWasUnderstood() {
    byte[] file = CustomsFile.usd().row("2019-07", "CN-GD", "USA", "39221000", 1_234).gzip();
    long before = rowsLeftBehind();

    Client.send(file, "dryRun", "true", "name", "july.csv.gz")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(true))
        .body("currency", equalTo("USD"))
        .body("rows", equalTo(1))
        .body("files[0].name", equalTo("july.csv.gz"))
        .body("files[0].format", equalTo("gacc-csv"))
        .body("files[0].encoding", equalTo("GB18030"))
        .body("files[0].columns.PRODUCT", equalTo("商品编码"))
        .body("files[0].firstRows[0].period", equalTo("2019-07"))
        .body("files[0].firstRows[0].region", equalTo("CN-GD"))
        .body("files[0].firstRows[0].partner", equalTo("USA"))
        .body("files[0].firstRows[0].value", equalTo("1234"))
        .body("coverage[0].products", contains("39221000"))
        .body("change.added", equalTo(1))
        .body("change.complete", equalTo(true));
    assertThat(rowsLeftBehind()).isEqualTo(before);
  }

  @Test
  void saysWhatWouldChangeByRegionAndMonth() {
    byte[] published =
        CustomsFile.usd()
            .row("2018-03", "CN-GD", "USA", "61091000", 100)
            .row("2018-03", "CN-GD", "VNM", "61091000", 200)
            .row("2018-03", "CN-ZJ", "USA", "61091000", 300)
            .row("2018-04", "CN-ZJ", "VNM", "61091000", 400)
            .bytes();
    Client.awaitState(Client.accepted(published), "published");
    byte[] next =
        CustomsFile.usd()
            .row("2018-03", "CN-GD", "USA", "61091000", 100)
            .row("2018-03", "CN-GD", "VNM", "61091000", 250)
            .row("2018-04", "CN-GD", "VNM", "61091000", 50)
            .row("2018-04", "CN-ZJ", "VNM", "61091000", 400)
            .bytes();

    Client.send(next, "dryRun", "true")
        .then()
        .statusCode(200)
        .body("change.unchanged", equalTo(2))
        .body("change.revised", equalTo(1))
        .body("change.added", equalTo(1))
        .body("change.ended", equalTo(1))
        .body(
            "change.items.find { it.region == 'CN-GD' && it.period == '2018-03' }.before",
            equalTo("300"))
        .body(
            "change.items.find { it.region == 'CN-GD' && it.period == '2018-03' }.after",
            equalTo("350"))
        .body(
            "change.items.find { it.region == 'CN-ZJ' && it.period == '2018-03' }.ended",
            equalTo(1))
        .body(
            "change.items.find { it.region == 'CN-ZJ' && it.period == '2018-03' }.after",
            equalTo("0"));
  }

  @Test
  void comparesWithTheNewestThatSpeaksForACellAndNotWithWhatWasWithdrawn() {
    byte[] first = CustomsFile.usd().row("2018-06", "CN-HB", "USA", "61091000", 100).bytes();
    byte[] second = CustomsFile.usd().row("2018-06", "CN-HB", "USA", "61091000", 120).bytes();
    byte[] same = CustomsFile.usd().row("2018-06", "CN-HB", "USA", "61091000", 100).gzip();
    Client.awaitState(Client.accepted(first), "published");
    UUID replacing = Client.accepted(second);
    Client.awaitState(replacing, "published");

    Client.send(same, "dryRun", "true").then().body("change.revised", equalTo(1));
    given().post(Client.SUBMISSIONS + "/" + replacing + "/withdraw").then().statusCode(200);

    Client.send(same, "dryRun", "true").then().body("change.unchanged", equalTo(1));
  }

  @Test
  void findsAFileInAnotherUnit() {
    CustomsFile past = CustomsFile.usd();
    CustomsFile slipped = CustomsFile.usd();
    for (int product = 0; product < 8; product++) {
      String code = String.valueOf(62_010_000 + product);
      for (int month = 1; month <= 4; month++) {
        past.row("2018-0" + month, "CN-FJ", "USA", code, 1_000_000L * (product + 1) + month);
      }
      slipped.row("2018-05", "CN-FJ", "USA", code, 1_000L * (product + 1));
    }
    Client.awaitState(Client.accepted(past.bytes()), "published");

    Client.send(slipped.bytes(), "dryRun", "true")
        .then()
        .body("accepted", equalTo(false))
        .body("problems.code", hasItem("unit-slip"));
    UUID sent = Client.accepted(slipped.bytes());

    Client.awaitState(sent, "rejected");
    assertThat(Topic.blocks(sent)).isEmpty();
    assertThat(database.execute("select 1 from block where submission = $1", sent)).isEmpty();
  }

  @Test
  void oneValueFarOffIsRemarkedAndTaken() {
    CustomsFile past = CustomsFile.usd();
    for (int month = 1; month <= 4; month++) {
      past.row("2017-0" + month, "CN-AH", "USA", "62020000", 50_000);
    }
    Client.awaitState(Client.accepted(past.bytes()), "published");
    byte[] jump = CustomsFile.usd().row("2017-05", "CN-AH", "USA", "62020000", 50_000_000).bytes();

    Client.send(jump, "dryRun", "true")
        .then()
        .body("accepted", equalTo(true))
        .body("problems[0].code", equalTo("value-jump"))
        .body("problems[0].value", equalTo("CN-AH 2017-05 USA 62020000"))
        .body(
            "problems[0].message",
            equalTo("about 1000 times its usual value in the months before"));
  }

  @Test
  void listsWhatIsWrongInsteadOfAChange() {
    byte[] file =
        CustomsFile.usd()
            .row("2018-07", "CN-GD", "USA", "39221000", 5)
            .text()
            .replace("\"44\"", "\"99\"")
            .getBytes(CustomsFile.GB18030);

    Client.send(file, "dryRun", "true")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(false))
        .body("problems[0].code", equalTo("unknown-region"))
        .body("problems[0].line", equalTo(2))
        .body("change", nullValue());
  }

  @Test
  void severalFilesAreOnePreview() {
    given()
        .queryParam("dryRun", true)
        .multiPart(
            "files",
            "a.csv",
            CustomsFile.usd().row("2018-08", "CN-GD", "USA", "39221000", 5).bytes(),
            "text/csv")
        .multiPart(
            "files",
            "b.csv",
            CustomsFile.usd().row("2018-09", "CN-GD", "USA", "39221000", 5).bytes(),
            "text/csv")
        .post(Client.SUBMISSIONS)
        .then()
        .statusCode(200)
        .body("files.name", contains("a.csv", "b.csv"))
        .body("change.added", equalTo(2));
  }
}
