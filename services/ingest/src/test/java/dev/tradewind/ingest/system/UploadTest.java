package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.tradewind.testing.CustomsFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UploadTest {
  private static final Random DIFFERENT = new Random();

  /** A file that no other test sends. */
  private static CustomsFile file() {
    return CustomsFile.usd()
        .row("2025-07", "CN-GD", "USA", "39221000", DIFFERENT.nextLong(1_000_000_000_000L));
  }

  @Test
  void answersWithTheSubmissionOnceItIsDurable() {
    byte[] file = file().gzip();

    Response response = Client.send(file, "name", "../../etc/pass\"wd.csv");

    response
        .then()
        .statusCode(202)
        .header("Location", endsWith("/api/v1/submissions/" + response.path("id")))
        .body("files[0].name", equalTo("pass_wd.csv"))
        .body("progress.bytesReceived", equalTo(file.length))
        .body("progress.bytesTotal", equalTo(file.length))
        .body("options.flow", equalTo("export"))
        .body("options.mode", equalTo("strict"));
  }

  @Test
  void theSameContentIsTheSameSubmissionPackedOrNot() {
    CustomsFile file = file();
    UUID id = Client.accepted(file.bytes());

    Client.send(file.gzip())
        .then()
        .statusCode(200)
        .body("id", equalTo(id.toString()))
        .body("note", containsString("force=true"));
    Client.send(file.gzip(), "mode", "lenient").then().statusCode(202);
  }

  @Test
  void anArchiveOfFilesIsTheSameSubmissionAsTheFilesThemselves() throws IOException {
    byte[] first = file().bytes();
    byte[] second =
        CustomsFile.usd()
            .row("2025-06", "CN-ZJ", "JPN", "39221000", DIFFERENT.nextLong(1_000_000_000_000L))
            .bytes();
    String id =
        given()
            .multiPart("files", "a.csv", first)
            .multiPart("files", "b.csv", second)
            .post(Client.SUBMISSIONS)
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      for (byte[] content : List.of(second, first)) {
        zip.putNextEntry(new ZipEntry("folder/" + content.length + DIFFERENT.nextInt()));
        zip.write(content);
        zip.closeEntry();
      }
    }

    Client.send(archive.toByteArray()).then().statusCode(200).body("id", equalTo(id));
  }

  @Test
  void theSameContentSentManyTimesAtOnceIsOneSubmission() {
    byte[] file = file().gzip();
    ExecutorService senders = Executors.newFixedThreadPool(6);

    List<Response> responses =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> Client.send(file), senders))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    senders.shutdown();

    assertThat(responses).extracting(Response::statusCode).containsOnlyOnce(202);
    assertThat(responses.stream().map(response -> response.<String>path("id")).distinct())
        .hasSize(1);
  }

  @Test
  void anIdempotencyKeyStandsForOneContent() {
    CustomsFile file = file();
    String key = UUID.randomUUID().toString();

    String id =
        given()
            .header("Idempotency-Key", key)
            .body(file.bytes())
            .post(Client.SUBMISSIONS)
            .then()
            .statusCode(202)
            .extract()
            .path("id");

    given()
        .header("Idempotency-Key", key)
        .body(file.bytes())
        .post(Client.SUBMISSIONS)
        .then()
        .statusCode(200)
        .body("id", equalTo(id));
    given()
        .header("Idempotency-Key", key)
        .body(file().bytes())
        .post(Client.SUBMISSIONS)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("/idempotency-conflict"))
        .body("advice", not(equalTo("")));
  }

  @Test
  void goingBackToReplacedContentsMustBeSaid() {
    byte[] a = file().bytes();
    byte[] b = file().bytes();
    UUID first = Client.accepted(a);
    long vintage = Client.awaitState(first, "published").getLong("vintage");
    Client.awaitState(Client.accepted(b), "published");

    Client.send(a)
        .then()
        .statusCode(409)
        .body("type", endsWith("/replaced-contents"))
        .body("advice", containsString("force=true"));
    UUID again = Client.accepted(a, "force", "true");

    assertThat(Client.awaitState(again, "published").getLong("vintage")).isGreaterThan(vintage + 1);
    Client.send(a).then().statusCode(200).body("id", equalTo(again.toString()));
  }

  @Test
  void aRejectedFileMayBeSentAgain() {
    byte[] bad = file().text().replace("\"44\"", "\"99\"").getBytes(CustomsFile.GB18030);
    UUID first = Client.accepted(bad);
    Client.awaitState(first, "rejected");

    assertThat(Client.accepted(bad)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "flow,import,import-flow",
    "flow,sideways,bad-parameter",
    "period,july,bad-parameter",
    "currency,EUR,bad-parameter",
    "mode,sloppy,bad-parameter",
    "coverage,partners:XYZ,bad-parameter",
    "label,Modelled!,bad-parameter",
    "force,maybe,bad-parameter",
    "dryrun,true,bad-parameter"
  })
  void refusesOptionsThatItDoesNotKnow(String name, String value, String code) {
    Client.send(file().bytes(), name, value)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", endsWith("/" + code));
  }

  @Test
  void namesTheParametersThatThereAre() {
    Client.send(file().bytes(), "dryrun", "true")
        .then()
        .body(
            "detail",
            containsString(
                "coverage, currency, dryRun, flow, force, label, mode, name, period, status"));
  }

  @Test
  void refusesAnEmptyFile() {
    Client.send(new byte[0]).then().statusCode(400).body("type", endsWith("/empty-file"));
    given()
        .multiPart("files", "a.csv", new byte[0], "text/csv")
        .post(Client.SUBMISSIONS)
        .then()
        .statusCode(400)
        .body("type", endsWith("/empty-file"));
  }

  @Test
  void refusesAFormWhichLosesTheLineEnds() {
    given()
        .formParam("file", "202507,39221000")
        .post(Client.SUBMISSIONS)
        .then()
        .statusCode(415)
        .body("advice", containsString("--data-binary"));
  }

  @Test
  void keepsWhatWasSentByteForByte() {
    CustomsFile content = CustomsFile.usd();
    IntStream.range(0, 40_000)
        .forEach(
            i ->
                content.row(
                    "2025-07",
                    "CN-GD",
                    "USA",
                    String.valueOf(10_000_000 + i),
                    DIFFERENT.nextLong(1_000_000_000)));
    byte[] file = content.bytes();
    UUID id = Client.accepted(file, "name", "七月\".csv");

    Response response = given().get(Client.SUBMISSIONS + "/" + id + "/file");

    assertThat(file.length).isGreaterThan(3 << 20);
    assertThat(response.asByteArray()).isEqualTo(file);
    assertThat(response.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"___.csv\"; filename*=UTF-8''%E4%B8%83%E6%9C%88_.csv");
  }

  @Test
  void listsNewestFirstPageByPage() {
    UUID older = Client.accepted(file().bytes());
    UUID newer = Client.accepted(file().bytes());

    Response page = given().queryParam("limit", 1).get(Client.SUBMISSIONS);
    page.then().statusCode(200).body("items.id", hasItem(newer.toString()));
    given()
        .queryParam("limit", 1)
        .queryParam("cursor", page.<String>path("next"))
        .get(Client.SUBMISSIONS)
        .then()
        .statusCode(200)
        .body("items.id", hasItem(older.toString()));
    given().queryParam("cursor", "x").get(Client.SUBMISSIONS).then().statusCode(400);
    given().queryParam("limit", 0).get(Client.SUBMISSIONS).then().statusCode(400);
  }

  @Test
  void saysWhenThereIsNoSuchSubmission() {
    given()
        .get(Client.SUBMISSIONS + "/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given().post(Client.SUBMISSIONS + "/" + UUID.randomUUID() + "/withdraw").then().statusCode(404);
    given().get(Client.SUBMISSIONS + "/no-uuid/file").then().statusCode(404);
  }
}
