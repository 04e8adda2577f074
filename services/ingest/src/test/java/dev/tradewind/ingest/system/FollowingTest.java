package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.testing.CustomsFile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Submissions seen from outside while they go their way. */
@QuarkusTest
class FollowingTest {
  @TestHTTPResource URI server;

  private static void applied(UUID id) {
    Topic.send(
        new IndicatorEvent.SubmissionApplied(
            IndicatorEvent.SCHEMA_VERSION,
            id,
            1,
            1,
            "published",
            1L,
            Instant.now(),
            0,
            List.of(),
            List.of(),
            List.of()));
  }

  private static byte[] file(String month, long value) {
    return CustomsFile.usd().row(month, "CN-JL", "USA", "39221000", value).bytes();
  }

  @Test
  void eventsFollowASubmissionUntilItIsAppliedAndThenEnd()
      throws IOException, InterruptedException {
    UUID id = Client.accepted(file("2015-01", 1));
    Client.awaitState(id, "published");
    HttpResponse<java.util.stream.Stream<String>> events =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.resolve("/api/v1/submissions/" + id + "/events"))
                    .header("Accept", "text/event-stream")
                    .build(),
                HttpResponse.BodyHandlers.ofLines());
    applied(id);

    List<String> data = events.body().filter(line -> line.startsWith("data:")).toList();

    assertThat(data.get(0)).contains("\"state\":\"published\"");
    assertThat(data.get(data.size() - 1))
        .contains("\"state\":\"applied\"")
        .contains("\"applied\":true");
    assertThat(data).doesNotHaveDuplicates();
  }

  @Test
  void progressSaysHowMuchIsChecked() {
    byte[] file = file("2015-02", 2);
    JsonPath submission = Client.awaitState(Client.accepted(file), "published");

    assertThat(submission.getInt("progress.bytesChecked")).isEqualTo(file.length);
    assertThat(submission.getInt("progress.rowsChecked")).isEqualTo(1);
    assertThat(submission.getDouble("progress.fraction")).isEqualTo(1.0);
    assertThat(submission.getBoolean("progress.applied")).isFalse();
  }

  @Test
  void theChainTellsWhichReplacedWhichAndWhatWasGivenBack() {
    UUID older = Client.accepted(file("2015-03", 3));
    Client.awaitState(older, "published");
    UUID newer = Client.accepted(file("2015-03", 4));
    Client.awaitState(newer, "published");

    JsonPath first = Client.get(older);
    assertThat(first.getString("links.replacedBy[0].submission")).isEqualTo(newer.toString());
    assertThat(first.getList("links.replacedBy[0].periods")).containsExactly("2015-03");
    assertThat(first.getList("links.replaces")).isEmpty();
    assertThat(Client.get(newer).getString("links.replaces[0].submission"))
        .isEqualTo(older.toString());

    given().post(Client.SUBMISSIONS + "/" + newer + "/withdraw").then().statusCode(200);

    assertThat(Client.get(older).getString("links.replacedBy[0].state")).isEqualTo("withdrawn");
    // What was replaced stands again, so sending it again is no revert.
    Client.send(file("2015-03", 3)).then().statusCode(200).body("id", equalTo(older.toString()));
    Client.send(file("2015-03", 4)).then().statusCode(202);
  }

  @Test
  void provisionalFiguresAreToldSo() {
    UUID id = Client.accepted(file("2015-04", 5), "status", "provisional");
    JsonPath submission = Client.awaitState(id, "published");

    assertThat(submission.getBoolean("provisional")).isTrue();
    org.awaitility.Awaitility.await().until(() -> !Topic.events(id).isEmpty());
    assertThat(((SubmissionEvent.Published) Topic.events(id).get(0)).provisional()).isTrue();
    Client.send(file("2015-04", 5)).then().statusCode(202);
  }

  @Test
  void aDownloadThatBrokeOffGoesOn() {
    byte[] file = file("2015-05", 6);
    UUID id = Client.accepted(file);
    String address = Client.SUBMISSIONS + "/" + id + "/file";

    Response rest = given().header("Range", "bytes=10-").get(address);

    rest.then()
        .statusCode(206)
        .header("Content-Range", "bytes 10-" + (file.length - 1) + "/" + file.length);
    assertThat(rest.asByteArray()).isEqualTo(Arrays.copyOfRange(file, 10, file.length));
    assertThat(given().header("Range", "bytes=-5").get(address).asByteArray())
        .isEqualTo(Arrays.copyOfRange(file, file.length - 5, file.length));
    given().header("Range", "bytes=999999-").get(address).then().statusCode(416);
    given().head(address).then().statusCode(200).header("Content-Length", "" + file.length);
  }

  @Test
  void theListCanBeOfOneState() {
    UUID id = Client.accepted(file("2015-06", 7));
    Client.awaitState(id, "published");

    List<String> states =
        given()
            .queryParam("state", "published")
            .queryParam("limit", 1000)
            .get(Client.SUBMISSIONS)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("items.state");

    assertThat(states).isNotEmpty().containsOnly("published");
    given().queryParam("state", "lost").get(Client.SUBMISSIONS).then().statusCode(400);
  }
}
