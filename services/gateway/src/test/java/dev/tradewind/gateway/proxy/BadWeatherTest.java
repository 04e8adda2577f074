package dev.tradewind.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client sends. */
@QuarkusTest
@WithTestResource(StubAddresses.class)
class BadWeatherTest {
  @Inject Vertx vertx;
  @Inject OpenRequests open;
  private StubService ingest;
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    ingest = StubService.start(vertx, Service.INGEST);
    ingest.does(
        request ->
            request
                .body()
                .onSuccess(
                    body -> {
                      seen.add(request.method() + " " + request.uri() + " " + body);
                      request.response().end("taken");
                    }));
  }

  @AfterEach
  void nothingStaysUnderWay() {
    await().atMost(Duration.ofSeconds(10)).until(() -> open.count() == 0);
    ingest.close();
  }

  @Test
  void what_is_hidden_behind_two_lengths_is_never_a_request_of_its_own() throws IOException {
    String answers =
        RawClient.exchange(
            RestAssured.port,
            RawClient.head(
                    "POST /api/v1/submissions", "Content-Length: 4", "Transfer-Encoding: chunked")
                + "0\r\n\r\n"
                + RawClient.head("GET /api/v1/submissions/hidden", "Connection: close"));

    // Chunked wins, as HTTP has it; what follows such a body is not looked at any more.
    assertThat(answers).startsWith("HTTP/1.1 ");
    assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSize(2);
    assertThat(seen).noneMatch(request -> request.contains("hidden"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nContent-Length: 5",
        "Content-Length: 4, 5",
        "Content-Length: +4",
        "Content-Length: -1",
        "Content-Length: 4x",
        "Content-Length : 4",
        "X-Odd\u0001: 1",
        "X-Odd: a\u0000b",
        " X-Folded-At-The-Start: 1",
      })
  void a_head_that_two_readers_could_understand_differently_is_refused(String header)
      throws IOException {
    String answers =
        RawClient.exchange(
            RestAssured.port,
            RawClient.head("POST /api/v1/submissions", header)
                + "GET /api/v1/submissions/hidden HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\n\r\n");

    assertThat(answers).startsWith("HTTP/1.1 400");
    assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSize(2);
    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "xchunked", "chunked\r\nTransfer-Encoding: identity", "chunked, identity"})
  void an_end_that_can_be_found_in_two_ways_is_a_problem(String encoding) throws IOException {
    assertThat(
            RawClient.exchange(
                RestAssured.port,
                RawClient.head("POST /api/v1/submissions", "Transfer-Encoding: " + encoding)))
        .startsWith("HTTP/1.1 400")
        .contains("https://tradewind.dev/problems/ambiguous-length");
    assertThat(seen).isEmpty();
  }

  @Test
  void a_request_without_a_host_is_a_problem() throws IOException {
    assertThat(
            RawClient.exchange(
                RestAssured.port, "GET /api/v1/submissions HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
  }

  @Test
  void a_folded_line_reaches_the_service_as_one() throws IOException {
    ingest.does(
        request -> {
          seen.add(request.getHeader("X-Folded") + "|" + request.getHeader("X-Hidden"));
          request.response().end();
        });

    RawClient.exchange(
        RestAssured.port,
        RawClient.head(
            "GET /api/v1/submissions", "X-Folded: one\r\n X-Hidden: two", "Connection: close"));

    assertThat(seen).containsExactly("one X-Hidden: two|null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\nhello\r\n", "-1\r\nhello\r\n"})
  void a_body_with_a_broken_chunk_ends_the_connection_and_is_not_taken(String chunk)
      throws IOException {
    String answer =
        RawClient.exchange(
            RestAssured.port,
            RawClient.head("POST /api/v1/submissions", "Transfer-Encoding: chunked")
                + chunk
                + "0\r\n\r\n");

    // The server below us ends it; nobody could say where an answer would belong.
    assertThat(answer).doesNotContain("HTTP/1.1 200");
    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5000, 414", "9000, 414"})
  void a_line_that_does_not_end_is_refused(int length, int status) throws IOException {
    assertThat(
            RawClient.exchange(
                RestAssured.port, RawClient.head("GET /api/v1/submissions?" + "x".repeat(length))))
        .contains(" " + status + " ");
  }

  @Test
  void too_many_headers_are_refused() throws IOException {
    assertThat(
            RawClient.exchange(
                RestAssured.port,
                RawClient.head("GET /api/v1/submissions", "X-Long: " + "x".repeat(30_000))))
        .contains(" 431 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "BREW", "get"})
  void a_method_that_nobody_knows_is_refused_with_those_that_exist(String method)
      throws IOException {
    String answer =
        RawClient.exchange(
            RestAssured.port, RawClient.head(method + " /api/v1/submissions", "Connection: close"));

    assertThat(answer)
        .startsWith("HTTP/1.1 405")
        .containsIgnoringCase("\r\nAllow: GET, HEAD, OPTIONS, POST")
        .contains("https://tradewind.dev/problems/method-not-allowed");
    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"POST, /openapi", "DELETE, /", "PUT, /openapi/ui/", "POST, /openapi.json"})
  void our_own_pages_can_only_be_read(String method, String path) throws IOException {
    assertThat(
            RawClient.exchange(
                RestAssured.port, RawClient.head(method + " " + path, "Connection: close")))
        .startsWith("HTTP/1.1 405")
        .containsIgnoringCase("\r\nAllow: GET, HEAD")
        .contains("https://tradewind.dev/problems/method-not-allowed");
  }

  @Test
  void a_client_of_another_age_gets_its_answer_and_the_end_of_its_connection() throws IOException {
    ingest.does(
        request -> {
          request.response().setChunked(true).write("one ");
          request.response().end("two");
        });

    assertThat(
            RawClient.exchange(
                RestAssured.port, "GET /api/v1/submissions HTTP/1.0\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.")
        .endsWith("\r\n\r\none two");
  }
}
