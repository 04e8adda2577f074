package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.testing.CustomsFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back from a number to the lines of the file. */
@QuarkusTest
class LinesTest {
  /** No two files are the same. */
  private static final AtomicLong VALUES = new AtomicLong(74);

  @Test
  void theLinesBehindACellAreFoundInTheStoredFile() {
    UUID id =
        Client.accepted(
            CustomsFile.usd()
                .row("2025-03", "CN-TJ", "DEU", "39221000", 71)
                .row("2025-03", "CN-TJ", "USA", "39221000", 72_345)
                .row("2025-04", "CN-TJ", "USA", "73249000", 73)
                .bytes());
    given()
        .queryParam("period", "2025-03,2025-04")
        .queryParam("region", "CN-TJ")
        .queryParam("partner", "USA")
        .queryParam("product", "3922")
        .get(Client.SUBMISSIONS + "/" + id + "/lines")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].line", equalTo(3))
        .body("items[0].product", equalTo("39221000"))
        .body("items[0].value", equalTo("72,345"))
        .body("items[0].quantity", equalTo("1"))
        .body("items[0].unit", equalTo("千克"))
        .body("items[0].tradeMode", nullValue())
        .body("next", nullValue());
    given()
        .queryParam("partner", "Atlantis")
        .get(Client.SUBMISSIONS + "/" + id + "/lines")
        .then()
        .statusCode(400)
        .body("detail", containsString("'partner'"));
    given().get(Client.SUBMISSIONS + "/" + UUID.randomUUID() + "/lines").then().statusCode(404);
  }

  @Test
  void theListGoesOnPartByPartFromFileToFile() throws IOException {
    // Given three rows in an archive of two files, and one in a file beside it
    UUID id =
        UUID.fromString(
            given()
                .multiPart("a", "two.zip", twoFiles(), "application/zip")
                .multiPart("b", "third.csv", file("2025-07", "DEU", "USA").bytes(), "text/csv")
                .post(Client.SUBMISSIONS)
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    for (int limit = 1; limit <= 5; limit++) {
      // When the list is read in parts of any length
      List<String> rows = new ArrayList<>();
      int parts = 0;
      String cursor = null;
      do {
        JsonPath part = part(id, limit, cursor);
        List<String> files = part.getList("items.file");
        List<Integer> lines = part.getList("items.line");
        assertThat(files).hasSizeBetween(1, limit);
        for (int i = 0; i < files.size(); i++) {
          rows.add(files.get(i) + ":" + lines.get(i));
        }
        cursor = part.getString("next");
        parts++;
      } while (cursor != null);
      // Then every row is told once, in order, and no part is empty
      assertThat(rows)
          .containsExactly("two.zip/1.csv:2", "two.zip/1.csv:4", "two.zip/2.csv:2", "third.csv:3");
      assertThat(parts).isEqualTo((rows.size() + limit - 1) / limit);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "-1-2", "0-2", "7-0", "0-99999999999999999999"})
  void aCursorThatIsNoneIsRefused(String cursor) {
    UUID id = Client.accepted(file("2025-07", "USA").bytes());
    given()
        .queryParam("cursor", cursor)
        .get(Client.SUBMISSIONS + "/" + id + "/lines")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.parameter", contains("cursor"));
  }

  private static JsonPath part(UUID id, int limit, @Nullable String cursor) {
    RequestSpecification request = given().queryParam("partner", "USA").queryParam("limit", limit);
    if (cursor != null) {
      request.queryParam("cursor", cursor);
    }
    return request
        .get(Client.SUBMISSIONS + "/" + id + "/lines")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static CustomsFile file(String period, String... partners) {
    CustomsFile file = CustomsFile.usd();
    for (String partner : partners) {
      file.row(period, "CN-TJ", partner, "39221000", VALUES.incrementAndGet());
    }
    return file;
  }

  private static byte[] twoFiles() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("1.csv"));
      zip.write(file("2025-05", "USA", "DEU", "USA").bytes());
      zip.putNextEntry(new ZipEntry("2.csv"));
      zip.write(file("2025-06", "USA").bytes());
    }
    return bytes.toByteArray();
  }
}
