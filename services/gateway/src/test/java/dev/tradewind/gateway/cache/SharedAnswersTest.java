package dev.tradewind.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.StubAddresses;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class SharedAnswersTest {
  @Inject Vertx vertx;
  private StubService metrics;
  private StubService ingest;
  private final AtomicInteger computed = new AtomicInteger();
  private final AtomicInteger confirmed = new AtomicInteger();
  private volatile int seq = 7;
  private final String question = "/api/v1/indicators?partner=USA&nonce=" + UUID.randomUUID();

  @BeforeEach
  void start() {
    metrics = StubService.start(vertx, Service.METRICS);
    ingest = StubService.start(vertx, Service.INGEST);
    metrics.does(this::indicators);
  }

  /** Like metrics: the tag follows what was applied last. */
  private void indicators(HttpServerRequest request) {
    String tag = "\"1-" + seq + "\"";
    request.response().putHeader("ETag", tag).putHeader("Vary", "Accept");
    request.response().putHeader("Cache-Control", "no-cache");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      confirmed.incrementAndGet();
      request.response().setStatusCode(304).end();
    } else {
      computed.incrementAndGet();
      request
          .response()
          .putHeader("Content-Type", "application/json")
          .end("{\"accept\":\"" + request.getHeader("Accept") + "\",\"seq\":" + seq + "}");
    }
  }

  @AfterEach
  void stop() {
    metrics.close();
    ingest.close();
  }

  @Test
  void what_was_just_asked_is_given_from_memory() {
    ask().then().statusCode(200).header("Cache-Status", "tradewind; fwd=uri-miss");

    ask()
        .then()
        .statusCode(200)
        .header("Cache-Status", "tradewind; hit")
        .header("ETag", "\"1-7\"")
        .header("Cache-Control", "no-cache")
        .contentType("application/json")
        .body("seq", equalTo(7));
    assertThat(computed).hasValue(1);
    assertThat(confirmed).hasValue(0);
  }

  @Test
  void after_a_second_the_service_is_asked_whether_it_still_holds() {
    ask();

    await()
        .untilAsserted(
            () ->
                ask()
                    .then()
                    .statusCode(200)
                    .header("Cache-Status", "tradewind; fwd=stale; fwd-status=304")
                    .body("seq", equalTo(7)));
    assertThat(computed).hasValue(1);
    ask().then().header("Cache-Status", "tradewind; hit");
  }

  @Test
  void no_answer_is_older_than_a_second() {
    ask();

    seq = 8;

    // The time runs from the question, so a little more than a second is enough.
    await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> ask().then().body("seq", equalTo(8)));
  }

  @Test
  void whoever_was_told_that_a_submission_is_applied_sees_it_at_once() {
    ask();
    seq = 8;

    given().when().get("/api/v1/submissions/42").then().statusCode(200);

    ask().then().header("Cache-Status", "tradewind; fwd=stale").body("seq", equalTo(8));
  }

  @Test
  void whoever_wrote_sees_what_was_written_at_once() {
    ask();
    seq = 8;

    given().body("{}").when().post("/api/v1/events").then().statusCode(200);

    ask().then().body("seq", equalTo(8));
  }

  @Test
  void an_answer_that_was_under_way_when_something_changed_is_not_believed() throws Exception {
    // Given an answer that takes its time
    var held = new CompletableFuture<HttpServerRequest>();
    metrics.does(held::complete);
    var slow = CompletableFuture.supplyAsync(this::ask);
    HttpServerRequest asked = held.get(10, TimeUnit.SECONDS);

    // When meanwhile a client is told of a change
    given().when().get("/api/v1/submissions/42").then().statusCode(200);
    metrics.does(this::indicators);
    indicators(asked);
    slow.get(10, TimeUnit.SECONDS);

    // Then the next one does not get what was computed before
    seq = 8;
    ask().then().body("seq", equalTo(8));
  }

  @ParameterizedTest
  @CsvSource({"Cache-Control, no-cache", "Cache-Control, max-age=0"})
  void a_client_can_insist_on_asking_the_service(String name, String value) {
    ask();
    seq = 8;

    spec().header(name, value).when().get(question).then().body("seq", equalTo(8));
  }

  @Test
  void a_client_that_has_the_answer_is_told_so_from_memory() {
    ask();

    spec()
        .header("If-None-Match", "W/\"1-7\"")
        .when()
        .get(question)
        .then()
        .statusCode(304)
        .header("Cache-Status", "tradewind; hit")
        .body(equalTo(""));
  }

  @Test
  void another_form_is_another_answer() {
    ask();

    given()
        .urlEncodingEnabled(false)
        .accept("text/csv")
        .when()
        .get(question)
        .then()
        .header("Cache-Status", "tradewind; fwd=uri-miss")
        .body("accept", equalTo("text/csv"));
  }

  @ParameterizedTest
  @CsvSource({
    "Cache-Control, private",
    "Cache-Control, no-store",
    "Set-Cookie, a=b",
    "Vary, Authorization",
    "Vary, *",
  })
  void an_answer_for_one_client_is_never_given_to_another(String name, String value) {
    metrics.does(
        request -> {
          computed.incrementAndGet();
          request.response().putHeader("ETag", "\"1\"").putHeader(name, value).end("{}");
        });

    ask();
    ask();

    assertThat(computed).hasValue(2);
  }

  @Test
  void an_answer_that_broke_off_is_not_kept() {
    metrics.does(
        request -> {
          request.response().putHeader("ETag", "\"1\"").setChunked(true).write("half");
          vertx.setTimer(50, fired -> request.connection().close());
        });
    assertThatThrownBy(() -> ask().asString()).isNotNull();

    metrics.does(this::indicators);

    ask().then().header("Cache-Status", "tradewind; fwd=uri-miss").body("seq", equalTo(7));
  }

  private Response ask() {
    return spec().when().get(question);
  }

  private RequestSpecification spec() {
    return given().urlEncodingEnabled(false).accept("application/json");
  }
}
