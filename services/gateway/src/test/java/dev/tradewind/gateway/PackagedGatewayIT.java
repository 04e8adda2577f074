package dev.tradewind.gateway;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import dev.tradewind.gateway.stub.RawClient;
import dev.tradewind.gateway.stub.StubAddresses;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The packaged service, a jar or a native executable: every page, document and resource that it
 * needs is in it.
 */
@QuarkusIntegrationTest
@WithTestResource(StubAddresses.class)
class PackagedGatewayIT {
  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/static/bundle/[^\"]+)\"");

  @Test
  void thePageAndAllItLoadsAreThere() {
    String page = when().get("/").then().statusCode(200).extract().asString();
    Matcher asset = ASSET.matcher(page);
    int found = 0;
    while (asset.find()) {
      found++;
      when().get(asset.group(1)).then().statusCode(200);
    }
    assertThat(found).as("a script and a style sheet").isEqualTo(2);
  }

  @Test
  void theDocumentAndItsPageAreThere() {
    when()
        .get("/openapi")
        .then()
        .statusCode(200)
        .body("openapi", startsWith("3.1"))
        .body("paths", hasKey("/api/v1/submissions"))
        .body("paths", hasKey("/api/v1/indicators"))
        .body("paths", hasKey("/api/v1/alerts"));
    given().redirects().follow(true).get("/openapi/ui").then().statusCode(200);
  }

  @Test
  void requestsGoToTheirService() throws IOException {
    URI metrics =
        ConfigProvider.getConfig().getValues("tradewind.upstream.metrics", URI.class).get(0);
    HttpServer service =
        HttpServer.create(new InetSocketAddress(metrics.getHost(), metrics.getPort()), 0);
    service.createContext(
        "/api/v1/indicators",
        exchange -> {
          byte[] answer =
              ("{\"asked\":\"" + exchange.getRequestURI().getQuery() + "\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    service.start();
    try {
      given()
          .queryParam("window", "ytd")
          .get("/api/v1/indicators")
          .then()
          .statusCode(200)
          .body("asked", equalTo("window=ytd"));
    } finally {
      service.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | bad-request | POST | Content-Length: 4~Transfer-Encoding: chunked",
        "400 | bad-request | POST | Content-Length: 4~Content-Length: 5",
        "400 | bad-request | POST | Content-Length: +4",
        "400 | bad-request | POST | Content-Length : 4",
        "400 | bad-request | GET | X-Odd\u0001: 1",
        "400 | bad-request | GET | ' X-Folded-At-The-Start: 1'",
        "400 | ambiguous-length | POST | Transfer-Encoding: gzip"
      })
  void aHeadThatCanBeUnderstoodInTwoWaysIsAProblem(
      int status, String code, String method, String headers) throws IOException {
    String answers =
        RawClient.exchange(
            RestAssured.port,
            RawClient.head(method + " /api/v1/submissions", headers.split("~"))
                + RawClient.head("GET /api/v1/submissions/hidden", "Connection: close"));

    assertProblem(answers, status, code);
  }

  @Test
  void aLineOrAHeadThatDoesNotEndIsAProblem() throws IOException {
    assertProblem(
        RawClient.exchange(
            RestAssured.port, RawClient.head("GET /api/v1/submissions?" + "x".repeat(5000))),
        414,
        "uri-too-long");
    assertProblem(
        RawClient.exchange(
            RestAssured.port,
            RawClient.head("GET /api/v1/submissions", "X-Long: " + "x".repeat(30_000))),
        431,
        "head-too-large");
    assertProblem(
        RawClient.exchange(RestAssured.port, "this is no request\r\n\r\n"), 400, "bad-request");
  }

  private static void assertProblem(String answers, int status, String code) {
    assertThat(answers)
        .containsPattern("^HTTP/1\\.[01] " + status)
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .containsIgnoringCase("x-request-id: ")
        .contains("https://tradewind.dev/problems/" + code)
        .contains("\"status\":" + status)
        .contains("\"advice\":");
    assertThat(answers.split("HTTP/1\\.[01] ", -1)).as("one answer").hasSize(2);
  }

  @Test
  void whatIsNotThereIsAProblem() {
    when()
        .get("/api/v1/nothing")
        .then()
        .statusCode(404)
        .contentType(containsString("application/problem+json"));
    when()
        .get("/api/v1/alerts")
        .then()
        .statusCode(503)
        .contentType(containsString("application/problem+json"));
  }
}
