package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.contracts.message.SubmissionEvent.Published;
import dev.tradewind.contracts.message.SubmissionEvent.Withdrawn;
import dev.tradewind.testing.CustomsColumn;
import dev.tradewind.testing.CustomsFile;
import dev.tradewind.testing.CustomsRow;
import dev.tradewind.testing.LoopbackAccess;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The packaged service, a jar or a native executable: every payload, migration, code list and
 * resource that it needs is in it.
 */
@QuarkusIntegrationTest
@WithTestResource(LoopbackAccess.class)
class PackagedIngestIT {
  private static final CustomsRow ROW = CustomsRow.of("2025-07", "CN-GD", "USA", "39221000", 1_234);

  @Test
  void aFileIsPublishedWithdrawnAndStillThere() {
    byte[] file = CustomsFile.usd().row(ROW).gzip();

    UUID id = Client.accepted(file, "name", "july.csv.gz", "label", "packaged");
    Client.awaitState(id, "published");

    assertThat(Topic.blocks(id))
        .singleElement()
        .extracting(Topic.Stored::key)
        .isEqualTo("CN-GD|2025-07");
    assertThat(Topic.events(id)).singleElement().isInstanceOf(Published.class);
    byte[] kept =
        given()
            .config(
                io.restassured.RestAssured.config()
                    .decoderConfig(
                        io.restassured.config.DecoderConfig.decoderConfig().noContentDecoders()))
            .get(Client.SUBMISSIONS + "/" + id + "/file")
            .asByteArray();
    assertThat(kept).isEqualTo(file);

    given()
        .post(Client.SUBMISSIONS + "/" + id + "/withdraw")
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));
    Awaitility.await().until(() -> Topic.events(id).stream().anyMatch(Withdrawn.class::isInstance));
  }

  @Test
  void aBadFileIsRejectedWithItsProblems() {
    UUID id =
        Client.accepted(
            CustomsFile.usd().row(ROW).row(ROW.with(CustomsColumn.REGION, "99")).bytes());

    Client.awaitState(id, "rejected");

    assertThat(Client.problemCodes(id)).containsExactly("unknown-region");
    assertThat(
            given().accept("text/csv").get(Client.SUBMISSIONS + "/" + id + "/problems").asString())
        .contains("unknown-region");
  }

  @Test
  void aWrongRequestIsAProblem() {
    Client.send(new byte[] {1}, "currency", "bananas")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("status", equalTo(400));
  }
}
