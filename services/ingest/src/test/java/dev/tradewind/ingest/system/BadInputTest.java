package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.testing.CustomsColumn;
import dev.tradewind.testing.CustomsFile;
import dev.tradewind.testing.CustomsRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class BadInputTest {
  private static final CustomsRow ROW = CustomsRow.of("2025-07", "CN-GD", "USA", "39221000", 1_234);

  private static byte[] with(CustomsColumn column, String printed) {
    return CustomsFile.usd().row(ROW).row(ROW.with(column, printed)).bytes();
  }

  private static byte[] mixedEncodings() {
    byte[] start =
        CustomsFile.usd().row(ROW).encoding(java.nio.charset.StandardCharsets.UTF_8).bytes();
    byte[] end = CustomsFile.usd().row(ROW).bytes();
    byte[] both = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, both, start.length, end.length);
    return both;
  }

  private static byte[] cut(byte[] file) {
    return Arrays.copyOf(file, file.length - 12);
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("encoding", mixedEncodings()),
        Arguments.of("truncated-gzip", cut(CustomsFile.usd().row(ROW).gzip())),
        Arguments.of(
            "missing-period", CustomsFile.usd().without(CustomsColumn.PERIOD).row(ROW).bytes()),
        Arguments.of(
            "missing-column",
            CustomsFile.usd()
                .without(CustomsColumn.PARTNER, CustomsColumn.PARTNER_NAME)
                .row(ROW)
                .bytes()),
        Arguments.of("unknown-region", with(CustomsColumn.REGION, "99")),
        Arguments.of("district-region", with(CustomsColumn.REGION, "44031")),
        Arguments.of("unknown-partner", with(CustomsColumn.PARTNER, "777")),
        Arguments.of("negative-value", with(CustomsColumn.VALUE, "-1")),
        Arguments.of("not-a-number", with(CustomsColumn.VALUE, "n/a")),
        Arguments.of(
            "import-file",
            CustomsFile.usd().header(CustomsColumn.PARTNER, "原产国（地区）编码").row(ROW).bytes()),
        Arguments.of("mixed-hs-levels", with(CustomsColumn.PRODUCT, "3922")),
        Arguments.of("unknown-format", "not a table\n".getBytes(CustomsFile.GB18030)),
        Arguments.of(
            "damaged-archive", "PK\u0003\u0004 not an archive".getBytes(CustomsFile.GB18030)),
        Arguments.of("no-rows", CustomsFile.usd().bytes()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void rejectsABadFileWithItsProblemAndPublishesNothing(String code, byte[] file) {
    UUID id = Client.accepted(file);

    Client.awaitState(id, "rejected");

    assertThat(Client.problemCodes(id)).contains(code);
    assertThat(Topic.blocks(id)).isEmpty();
    assertThat(Topic.events(id)).isEmpty();
  }

  @Test
  void rejectsARenminbiFileBesideADollarFile() {
    UUID id =
        UUID.fromString(
            given()
                .multiPart("a", "usd.csv", CustomsFile.usd().row(ROW).bytes(), "text/csv")
                .multiPart(
                    "b",
                    "cny.csv",
                    CustomsFile.cny()
                        .row(CustomsRow.of("2025-06", "CN-GD", "USA", "39221000", 5))
                        .bytes(),
                    "text/csv")
                .post(Client.SUBMISSIONS)
                .then()
                .statusCode(202)
                .extract()
                .path("id"));

    Client.awaitState(id, "rejected");

    assertThat(Client.problemCodes(id)).containsExactly("mixed-currency");
  }

  @Test
  void acceptsTenThousandRowsWithAWarning() {
    CustomsFile file = CustomsFile.usd();
    for (int i = 0; i < 10_000; i++) {
      file.row(
          i < 3_000 ? "2025-06" : "2025-07", "CN-GD", "USA", String.valueOf(10_000_000 + i), 5);
    }

    UUID id = Client.accepted(file.gzip());

    assertThat(Client.awaitState(id, "published").getList("coverage[0].listedOnly"))
        .containsExactly("2025-07");
    assertThat(Client.problemCodes(id)).containsExactly("row-limit");
    assertThat(Client.get(id).getInt("counts.warnings")).isEqualTo(1);
  }

  @Test
  void takesTheMonthFromTheSenderWhereTheFileHasNone() {
    byte[] file = CustomsFile.usd().without(CustomsColumn.PERIOD).row(ROW).bytes();

    UUID id = Client.accepted(file, "period", "2025-03");

    assertThat(Client.awaitState(id, "published").getList("coverage[0].months"))
        .containsExactly("2025-03");
  }

  @Test
  void problemsAreATableForSpreadsheetsWithoutFormulas() {
    UUID id = Client.accepted(with(CustomsColumn.VALUE, "=HYPERLINK(\"http://x\")"));
    Client.awaitState(id, "rejected");

    given()
        .accept("text/csv")
        .get(Client.SUBMISSIONS + "/" + id + "/problems")
        .then()
        .statusCode(200)
        .contentType(containsString("text/csv"))
        .body(containsString("file,line,column,value,code,severity,message,advice"))
        .body(containsString("\"'=HYPERLINK"));
    given()
        .get(Client.SUBMISSIONS + "/" + id + "/problems")
        .then()
        .body("items[0].line", equalTo(3))
        .body("items[0].column", equalTo("美元"))
        .body("items[0].severity", equalTo("error"));
  }
}
