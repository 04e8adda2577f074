package dev.tradewind.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.Settings;
import dev.tradewind.testing.CustomsFile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged system, closed, as an operator finds it after an installation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
  private static final String BOOTSTRAP = "the-bootstrap-secret-of-a-new-installation";

  private final TraceCollector collector = new TraceCollector();
  private final RunningSystem system =
      RunningSystem.start("closed", collector.watching(Settings.defaults().closed(BOOTSTRAP)));

  @AfterAll
  void stop() {
    system.close();
    collector.close();
  }

  @ParameterizedTest
  @EnumSource
  void aProcessThatIsReachedDirectlyGivesNothingAway(Service service) {
    URI address = system.parts().service(service).url();
    for (String path :
        List.of(
            "/",
            "/q/openapi",
            "/api/v1/submissions",
            "/api/v1/indicators",
            "/api/v1/rules",
            "/api/v1/keys",
            "/nowhere")) {
      assertThat(given().get(address + path).statusCode()).as(path).isEqualTo(401);
      Response keyed = given().header("X-API-Key", BOOTSTRAP).get(address + path);
      assertThat(keyed.statusCode()).as(path + " with the secret").isIn(200, 401, 403, 404);
      if (service != Service.GATEWAY) {
        assertThat(keyed.statusCode()).as(path + " with the secret").isEqualTo(401);
      }
    }
  }

  @Test
  void peopleDoWhatTheirKeysAllowAndTheOperatorSeesIt() {
    String viewer = key("viewer");
    String submitter = key("submitter");
    String operator = key("operator");
    byte[] file = CustomsFile.usd().row("2025-07", "CN-GD", "USA", "39221000", 63_994_478).bytes();

    // A viewer reads and sends nothing; a submitter sends, and what was sent arrives
    assertThat(submit(viewer, file).statusCode()).isEqualTo(403);
    Response sent = submit(submitter, file);
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(202);
    String id = sent.path("id");
    Awaitility.await("applied")
        .atMost(Duration.ofMinutes(2))
        .until(() -> "applied".equals(as(viewer).get("/submissions/" + id).<String>path("state")));
    assertThat(as(viewer).get("/exports?by=region&product=39221000").statusCode()).isEqualTo(200);
    assertThat(as(submitter).get("/audit").statusCode()).isEqualTo(403);

    // And the operator finds both attempts
    List<Map<String, Object>> entries =
        as(operator).get("/audit?path=/api/v1/submissions").path("items");
    assertThat(entries).extracting(entry -> entry.get("status")).contains(202, 403);
    assertThat(as(operator).get("/audit").asString()).doesNotContain(submitter, BOOTSTRAP);
  }

  @Test
  void aRequestIsOneTraceThroughGatewayAndServiceWithoutItsQuery() {
    String viewer = key("viewer");
    String trace = "5b8aa5a2d2c872e8321cf37308d69df2";

    // Given a client that traces, and puts its key where it does not belong
    as(viewer)
        .header("traceparent", "00-" + trace + "-051581bf3cb55c13-01")
        .get("/exports?by=region&product=39221000&key=" + viewer);

    // Then the gateway's and the service's spans are within its own
    List<ReportedSpan> spans =
        Awaitility.await("spans of the request")
            .atMost(Duration.ofSeconds(20))
            .until(() -> collector.trace(trace), reported -> reported.size() >= 3);
    ReportedSpan in = span(spans, "tradewind-gateway", ReportedSpan.SERVER);
    ReportedSpan out = span(spans, "tradewind-gateway", ReportedSpan.CLIENT);
    ReportedSpan served = span(spans, "tradewind-metrics", ReportedSpan.SERVER);
    assertThat(in.parent()).isEqualTo("051581bf3cb55c13");
    assertThat(out.parent()).isEqualTo(in.id());
    assertThat(served.parent()).isEqualTo(out.id());
    assertThat(served.attributes())
        .containsEntry("url.path", "/api/v1/exports")
        .containsEntry("url.query", "REDACTED");

    // And nothing secret is in any of them, and no span of those who ask for health
    assertThat(collector.everything()).doesNotContain(viewer, BOOTSTRAP);
    assertThat(collector.spans())
        .extracting(span -> span.attributes().getOrDefault("url.path", ""))
        .noneMatch(path -> path.startsWith("/q/health") || path.startsWith("/q/metrics"));
  }

  @Test
  void aSubmissionIsOneTraceFromItsCheckToTheEvaluation() {
    byte[] file = CustomsFile.usd().row("2025-06", "CN-ZJ", "USA", "39221000", 88_800_000).bytes();

    String id = submit(key("submitter"), file).path("id");

    // The submission is the trace, and the request that brought it names it
    Awaitility.await("spans of the submission")
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(collector.trace(id.replace("-", "")))
                    .extracting(span -> span.service() + " " + span.name())
                    .contains(
                        "tradewind-ingest check",
                        "tradewind-ingest publish",
                        "tradewind-ingest announce",
                        "tradewind-metrics merge",
                        "tradewind-metrics tell",
                        "tradewind-alerts evaluate"));
    assertThat(collector.spans())
        .filteredOn(span -> id.equals(span.attributes().get("tradewind.submission")))
        .extracting(ReportedSpan::kind)
        .contains(ReportedSpan.SERVER);
  }

  private static ReportedSpan span(List<ReportedSpan> spans, String service, long kind) {
    return spans.stream()
        .filter(span -> span.service().equals(service) && span.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError(service + ", kind " + kind + ": " + spans));
  }

  private Response submit(String key, byte[] file) {
    return as(key)
        .contentType("application/octet-stream")
        .queryParam("name", "file.csv")
        .body(file)
        .post("/submissions");
  }

  private String key(String role) {
    Response made =
        as(BOOTSTRAP)
            .contentType("application/json")
            .body(Map.of("name", role, "role", role))
            .post("/keys");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("key");
  }

  private RequestSpecification as(String key) {
    return given()
        .baseUri(system.parts().url().toString())
        .basePath("/api/v1")
        .header("Authorization", "Bearer " + key);
  }
}
