package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import dev.tradewind.testing.CustomsFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
class SourcesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PREFIX = "tradewind.ingest.source.";

  private final Path folder = Path.of(config("folder.drop.path"));

  private static String config(String name) {
    return ConfigProvider.getConfig().getValue(PREFIX + name, String.class);
  }

  private static byte[] file(String region, long value) {
    return CustomsFile.usd().row("2023-03", region, "PRT", "39221000", value).bytes();
  }

  private static List<Map<String, Object>> objects(String source, String name) {
    return given()
        .queryParam("limit", 1000)
        .get("/api/v1/sources/" + source + "/objects")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .<Map<String, Object>>getList("items")
        .stream()
        .filter(
            object -> name.equals(object.get("name")) && !"settling".equals(object.get("state")))
        .toList();
  }

  private static UUID taken(String source, String name) {
    List<Map<String, Object>> found =
        Awaitility.await().atMost(PATIENCE).until(() -> objects(source, name), o -> !o.isEmpty());
    return UUID.fromString(String.valueOf(found.get(0).get("submission")));
  }

  @Test
  void aFileInTheFolderBecomesOneSubmissionAndItsResultStandsBesideIt() throws IOException {
    Files.write(folder.resolve("bad.csv"), "nothing that is known".getBytes(CustomsFile.GB18030));
    Files.write(folder.resolve("good.csv"), file("CN-QH", 1));

    UUID bad = taken("drop", "bad.csv");
    JsonPath submission = Client.awaitState(taken("drop", "good.csv"), "published");
    Path result = folder.resolve("bad.csv.result.json");
    Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(result));

    assertThat(submission.getString("options.label")).isEqualTo("dropped");
    assertThat(submission.getString("files[0].name")).isEqualTo("good.csv");
    JsonPath written = new JsonPath(result.toFile());
    assertThat(written.getString("submission.id")).isEqualTo(bad.toString());
    assertThat(written.getString("submission.state")).isEqualTo("rejected");
    assertThat(written.getString("submission.problems[0].code")).isEqualTo("unknown-format");
    assertThat(objects("drop", "good.csv")).hasSize(1);
    assertThat(objects("drop", "bad.csv.result.json")).isEmpty();
  }

  @Test
  void aFileThatIsStillWrittenIsNotTakenHalf() throws IOException {
    byte[] whole = file("CN-NX", 2);
    Path path = folder.resolve("slow.csv");
    int half = whole.length / 2;
    Files.write(path, Arrays.copyOf(whole, half));
    for (int end = half; end < whole.length; end += 20) {
      byte[] next = Arrays.copyOfRange(whole, end, Math.min(whole.length, end + 20));
      Files.write(path, next, StandardOpenOption.APPEND);
      // Shorter than a file must keep still.
      Awaitility.await().pollDelay(Duration.ofMillis(120)).until(() -> true);
    }

    JsonPath submission = Client.awaitState(taken("drop", "slow.csv"), "published");

    assertThat(submission.getInt("files[0].bytes")).isEqualTo(whole.length);
    assertThat(objects("drop", "slow.csv")).hasSize(1);
  }

  @Test
  void filesOfAFolderWithItsMarkerAreOneSubmission() throws IOException {
    Path batch = Files.createDirectory(folder.resolve("2023-03"));
    Files.write(batch.resolve("a.csv"), file("CN-GZ", 3));
    Files.write(batch.resolve("b.csv"), file("CN-YN", 4));
    Files.write(batch.resolve("_READY"), new byte[0]);

    JsonPath submission = Client.awaitState(taken("drop", "2023-03/"), "published");

    assertThat(submission.getList("files.name")).containsExactly("a.csv", "b.csv");
  }

  @Test
  void anObjectOfTheBucketIsTakenOnceAndANewVersionOfItAgain() {
    try (S3Client s3 =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .endpointOverride(URI.create(config("bucket.store.endpoint")))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build()) {
      s3.createBucket(create -> create.bucket(SourceParts.BUCKET));
      s3.putObject(
          put -> put.bucket(SourceParts.BUCKET).key("in/march.csv"),
          RequestBody.fromBytes(file("CN-GS", 5)));
      UUID first = taken("store", "march.csv");
      Client.awaitState(first, "published");

      s3.putObject(
          put -> put.bucket(SourceParts.BUCKET).key("in/march.csv"),
          RequestBody.fromBytes(file("CN-GS", 6)));
      Awaitility.await().atMost(PATIENCE).until(() -> objects("store", "march.csv").size() == 2);

      assertThat(objects("store", "march.csv"))
          .extracting(object -> object.get("submission"))
          .doesNotHaveDuplicates()
          .contains(first.toString());

      s3.putObject(
          put -> put.bucket(SourceParts.BUCKET).key("in/bad.csv"),
          RequestBody.fromString("nothing that is known"));
      UUID bad = taken("store", "bad.csv");
      JsonPath result =
          Awaitility.await()
              .atMost(PATIENCE)
              .ignoreExceptions()
              .until(
                  () ->
                      JsonPath.from(
                          s3.getObjectAsBytes(
                                  get ->
                                      get.bucket(SourceParts.BUCKET).key("in/bad.csv.result.json"))
                              .asUtf8String()),
                  json -> json.getString("submission.id") != null);
      assertThat(result.getString("submission.id")).isEqualTo(bad.toString());
    }
  }

  @Test
  void sourcesAreListed() {
    given()
        .get("/api/v1/sources")
        .then()
        .statusCode(200)
        .body("items.name", hasItems("drop", "store"))
        .body("items.kind", hasItems("folder", "bucket"));
    given().get("/api/v1/sources/none/objects").then().statusCode(404);
  }
}
