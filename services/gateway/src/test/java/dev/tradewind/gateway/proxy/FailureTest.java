package dev.tradewind.gateway.proxy;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.OpenRequests;
import dev.tradewind.gateway.stub.RawClient;
import dev.tradewind.gateway.stub.StubAddresses;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class FailureTest {
  @Inject Vertx vertx;
  @Inject OpenRequests open;
  private StubService ingest;

  @BeforeEach
  void start() {
    ingest = StubService.start(vertx, Service.INGEST);
  }

  @AfterEach
  void nothingStaysUnderWay() {
    // Whatever happened to a request, a later shutdown must not wait for it.
    await().atMost(Duration.ofSeconds(10)).until(() -> open.count() == 0);
    ingest.close();
  }

  @Test
  void a_service_that_is_down_is_named_in_a_503_while_the_others_answer() {
    when()
        .get("/api/v1/rules")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "5")
        .header("X-Request-Id", not(blankOrNullString()))
        .body("type", equalTo("https://tradewind.dev/problems/service-unreachable"))
        .body("detail", containsString("alerts"))
        .body("advice", containsString("Try again"));
    when().get("/api/v1/submissions").then().statusCode(200);
  }

  @Test
  void a_service_that_breaks_off_before_it_answers_is_named_in_a_502() {
    ingest.does(request -> request.connection().close());

    given()
        .body("a,b\n")
        .when()
        .post("/api/v1/submissions")
        .then()
        .statusCode(502)
        .body("type", equalTo("https://tradewind.dev/problems/service-broke-off"))
        .body("detail", containsString("ingest"))
        .body("advice", containsString("Idempotency-Key"));
  }

  @Test
  void a_service_that_does_not_answer_in_time_is_named_in_a_504() {
    ingest.does(request -> request.resume());

    when()
        .get("/api/v1/submissions")
        .then()
        .statusCode(504)
        .contentType("application/problem+json")
        .body("type", equalTo("https://tradewind.dev/problems/service-too-slow"))
        .body("detail", containsString("ingest"));
  }

  @Test
  void an_answer_that_breaks_off_never_looks_complete() {
    ingest.does(
        request -> {
          request.response().setChunked(true).write("id,period\n1,2025-07\n");
          vertx.setTimer(100, fired -> request.connection().close());
        });

    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .send(
                        HttpRequest.newBuilder(
                                URI.create(
                                    "http://localhost:" + RestAssured.port + "/api/v1/submissions"))
                            .build(),
                        HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_body_declared_too_large_is_refused_before_it_is_sent() throws IOException {
    String answer =
        RawClient.exchange(
            RestAssured.port,
            RawClient.head(
                "POST /api/v1/submissions", "Content-Length: 268435457", "Expect: 100-continue"));

    assertThat(answer)
        .startsWith("HTTP/1.1 413")
        .contains("https://tradewind.dev/problems/too-large")
        .contains("At most 268435456 bytes");
  }

  @Test
  void a_body_that_turns_out_too_large_on_the_way_is_refused_and_not_taken_by_the_service()
      throws Exception {
    // Given a service that reads and notes how the body ended
    var ended = new CompletableFuture<String>();
    ingest.does(
        request ->
            request
                .handler(buffer -> {})
                .endHandler(end -> ended.complete("whole"))
                .exceptionHandler(e -> ended.complete("broken off")));

    // When a client sends one byte more than allowed, without saying so before
    long tooMuch = (256L << 20) + 1;
    try (RawClient client = new RawClient(RestAssured.port)) {
      client.send(RawClient.head("POST /api/v1/submissions", "Transfer-Encoding: chunked"));
      String megabyte = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";
      for (long sent = 0; sent < tooMuch; sent += 1 << 20) {
        client.send(megabyte);
      }
      String answer = client.readUntil("too-large");

      // Then it is told so, and the service was not led to believe in a whole file
      assertThat(answer).startsWith("HTTP/1.1 413");
    }
    assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("broken off");
  }

  @Test
  void a_client_that_stops_sending_is_told_so_and_the_service_is_not_blamed() throws Exception {
    ingest.does(request -> request.handler(buffer -> {}));

    String answer =
        RawClient.exchange(
            RestAssured.port,
            RawClient.head("POST /api/v1/submissions", "Content-Length: 100") + "only this");

    assertThat(answer)
        .startsWith("HTTP/1.1 408")
        .contains("https://tradewind.dev/problems/body-stalled");
  }

  @Test
  void a_client_that_leaves_amid_its_upload_leaves_no_whole_file_at_the_service() throws Exception {
    var begun = new CompletableFuture<Void>();
    var ended = new CompletableFuture<String>();
    ingest.does(
        request ->
            request
                .handler(buffer -> begun.complete(null))
                .endHandler(end -> ended.complete("whole"))
                .exceptionHandler(e -> ended.complete("broken off")));

    try (RawClient client = new RawClient(RestAssured.port)) {
      client.send(
          RawClient.head("POST /api/v1/submissions", "Transfer-Encoding: chunked")
              + "5\r\nhello\r\n");
      begun.get(10, TimeUnit.SECONDS);
    }

    assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("broken off");
  }

  @Test
  void a_service_that_refuses_before_it_has_read_everything_is_heard() throws IOException {
    ingest.does(request -> request.response().setStatusCode(400).end("{\"status\":400}"));

    try (RawClient client = new RawClient(RestAssured.port)) {
      client.send(
          RawClient.head("POST /api/v1/submissions", "Transfer-Encoding: chunked")
              + "5\r\nhello\r\n");
      String answer = client.readUntil("{\"status\":400}");

      assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("connection: close");
    }
  }
}
