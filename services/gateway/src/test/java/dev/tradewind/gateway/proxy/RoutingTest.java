package dev.tradewind.gateway.proxy;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.RawClient;
import dev.tradewind.gateway.stub.StubAddresses;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class RoutingTest {
  @Inject Vertx vertx;
  private StubService ingest;
  private StubService metrics;
  private StubService alerts;

  @BeforeEach
  void start() {
    ingest = StubService.start(vertx, Service.INGEST);
    metrics = StubService.start(vertx, Service.METRICS);
    alerts = StubService.start(vertx, Service.ALERTS);
  }

  @AfterEach
  void stop() {
    ingest.close();
    metrics.close();
    alerts.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/submissions/7/problems, ingest",
    "/api/v1/rankings, metrics",
    "/api/v1/alerts/stream, alerts",
  })
  void a_request_reaches_the_service_that_owns_its_path(String path, String owner) {
    when().get(path).then().statusCode(200).body("service", equalTo(owner));
  }

  @Test
  void method_query_and_body_pass_as_they_are() {
    given()
        .urlEncodingEnabled(false)
        .contentType("text/csv; charset=GB18030")
        .body("a,b\n")
        .when()
        .put("/api/v1/submissions/7?mode=lenient&coverage=partners%3AUSA%2CVNM&x=%2e%2e%2f")
        .then()
        .statusCode(200)
        .body("method", equalTo("PUT"))
        .body(
            "uri",
            equalTo("/api/v1/submissions/7?mode=lenient&coverage=partners%3AUSA%2CVNM&x=%2e%2e%2f"))
        .body("body", equalTo("a,b\n"))
        .body("headers.content-type", equalTo("text/csv; charset=GB18030"));
  }

  @Test
  void what_a_service_answers_passes_as_it_is_also_that_a_method_is_wrong() {
    metrics.does(
        request ->
            request
                .response()
                .setStatusCode(405)
                .putHeader("Allow", "GET")
                .putHeader("ETag", "\"7\"")
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"status\":405}"));

    when()
        .delete("/api/v1/exports")
        .then()
        .statusCode(405)
        .header("Allow", "GET")
        .header("ETag", "\"7\"")
        .contentType("application/problem+json")
        .body("status", equalTo(405));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void an_answer_without_a_body_has_none(int status) throws IOException {
    metrics.does(request -> request.response().setStatusCode(status).end());

    String answer =
        RawClient.exchange(
            RestAssured.port, RawClient.head("GET /api/v1/exports", "Connection: close"));

    assertThat(answer).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\n");
  }

  @Test
  void a_request_gets_an_id_that_the_service_and_the_client_see() {
    var answer = when().get("/api/v1/exports").then().statusCode(200).extract();

    String id = answer.header("X-Request-Id");
    assertThat(id).matches("[0-9a-f-]{36}");
    assertThat(answer.<String>path("headers.x-request-id")).isEqualTo(id);
  }

  @Test
  void the_clients_own_id_is_kept() {
    given()
        .header("X-Request-Id", "nightly-2025-07.3")
        .when()
        .get("/api/v1/exports")
        .then()
        .header("X-Request-Id", "nightly-2025-07.3")
        .body("headers.x-request-id", equalTo("nightly-2025-07.3"));
  }

  @Test
  void an_id_that_could_forge_a_log_line_is_replaced() {
    given()
        .header("X-Request-Id", "a level=ERROR submission=7")
        .when()
        .get("/api/v1/exports")
        .then()
        .body("headers.x-request-id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void the_service_learns_who_asked_from_the_gateway_and_not_from_the_client() throws IOException {
    String answer;
    try (RawClient client = new RawClient(RestAssured.port)) {
      client.send(
          RawClient.head(
              "GET /api/v1/exports",
              "X-Forwarded-For: 203.0.113.9",
              "X-Forwarded-Host: evil.example",
              "X-Forwarded-Proto: gopher",
              "X-Forwarded-Prefix: /evil",
              "X-Real-IP: 203.0.113.9",
              "Forwarded: for=203.0.113.9",
              "Connection: keep-alive, X-Secret-Of-This-Hop",
              "X-Secret-Of-This-Hop: 1",
              "Keep-Alive: timeout=5",
              "Proxy-Authorization: Basic x",
              "TE: trailers"));
      answer = client.readUntil("\"body\":\"\"}");
    }

    JsonObject headers =
        new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4)).getJsonObject("headers");
    assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(headers.getString("x-forwarded-host")).isEqualTo("localhost:8080");
    assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
    assertThat(headers.fieldNames())
        .doesNotContain(
            "forwarded",
            "x-real-ip",
            "x-forwarded-prefix",
            "x-secret-of-this-hop",
            "keep-alive",
            "proxy-authorization",
            "te",
            "connection");
  }

  @Test
  void an_address_of_the_service_itself_is_not_shown_to_the_client() {
    ingest.does(
        request ->
            request
                .response()
                .setStatusCode(202)
                .putHeader("Location", request.absoluteURI() + "/42?a=b")
                .end());

    when()
        .post("/api/v1/submissions")
        .then()
        .statusCode(202)
        .header("Location", "/api/v1/submissions/42?a=b");
  }

  @Test
  void a_service_cannot_weaken_the_security_headers() {
    metrics.does(
        request ->
            request
                .response()
                .putHeader("Content-Security-Policy", "default-src *")
                .putHeader("X-Request-Id", "its-own")
                .end("<script>"));

    var headers = when().get("/api/v1/exports").then().statusCode(200).extract().headers();

    assertThat(headers.getValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'");
    assertThat(headers.getValues("X-Request-Id")).hasSize(1).doesNotContain("its-own");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/submissions/../../q/health",
        "/api/v1/submissions%2f..%2f..%2frules",
        "/api/v1/%2e%2e/rules",
        "//api/v1/rules",
        "/openapi/../api/v1/rules",
        "/static/%2e%2e/application.properties",
      })
  void a_path_with_a_trick_is_refused_before_any_service_sees_it(String path) throws IOException {
    String answer =
        RawClient.exchange(RestAssured.port, RawClient.head("GET " + path, "Connection: close"));

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json")
        .contains("https://tradewind.dev/problems/ambiguous-path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/api/v1/nowhere",
        "/api/v2/rules",
        "/api/v1",
        "/q/health",
        "/q/metrics",
        "/q/openapi",
        "/q/swagger-ui",
        "/index.htm",
        "/META-INF/tradewind/openapi.json"
      })
  void an_unknown_address_is_a_problem_with_advice(String path) {
    when()
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("https://tradewind.dev/problems/not-found"))
        .body("advice", matchesPattern("(?i).*openapi.*"));
  }

  @Test
  void a_whole_address_in_the_request_line_leads_nowhere_else() throws IOException {
    String answer =
        RawClient.exchange(
            RestAssured.port,
            RawClient.head("GET http://evil.example/api/v1/exports?a=b", "Connection: close"));

    assertThat(answer).contains("\"uri\":\"/api/v1/exports?a=b\"");
  }

  @Test
  void a_websocket_is_not_opened_through_the_gateway() {
    given()
        .header("Upgrade", "websocket")
        .header("Connection", "Upgrade")
        .when()
        .get("/api/v1/alerts")
        .then()
        .statusCode(200)
        .body("headers.upgrade", nullValue());
  }
}
