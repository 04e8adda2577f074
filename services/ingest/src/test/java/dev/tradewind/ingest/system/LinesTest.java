package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tradewind.testing.CustomsFile;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The way back from a number to the lines of the file. */
@QuarkusTest
class LinesTest {
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
        .body("more", equalTo(false));
    given()
        .queryParam("limit", 2)
        .get(Client.SUBMISSIONS + "/" + id + "/lines")
        .then()
        .body("items.line", contains(2, 3))
        .body("more", equalTo(true));
    given()
        .queryParam("partner", "Atlantis")
        .get(Client.SUBMISSIONS + "/" + id + "/lines")
        .then()
        .statusCode(400)
        .body("detail", containsString("'partner'"));
    given().get(Client.SUBMISSIONS + "/" + UUID.randomUUID() + "/lines").then().statusCode(404);
  }
}
