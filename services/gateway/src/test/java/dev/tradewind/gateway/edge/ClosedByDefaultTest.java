package dev.tradewind.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.gateway.stub.RawClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without any configuration. */
@QuarkusTest
class ClosedByDefaultTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/favicon.svg",
        "/static/bundle/app.js",
        "/openapi",
        "/openapi?format=yaml",
        "/openapi/ui",
        "/openapi/ui/",
        "/openapi/ui/start.js",
        "/openapi/ui/swagger-ui-bundle.js",
        "/api/v1/submissions",
        "/api/v1/indicators",
        "/api/v1/alerts",
        "/api/v1/alerts/stream",
        "/api/v1/nowhere",
        "/q/health",
        "/q/metrics",
        "/q/openapi",
        "/q/dev-ui",
        "/nowhere",
      })
  void every_address_needs_credentials(String path) {
    for (String method : new String[] {"GET", "HEAD", "POST", "OPTIONS"}) {
      var answer =
          given()
              // Saying that one is local does not make one local.
              .header("X-Forwarded-For", "127.0.0.1")
              .header("Forwarded", "for=127.0.0.1")
              .header("X-Real-IP", "127.0.0.1")
              .redirects()
              .follow(false)
              .when()
              .request(method, path)
              .then()
              .statusCode(401)
              .header("WWW-Authenticate", containsString("Bearer"))
              .header("X-Content-Type-Options", "nosniff")
              .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
              .contentType("application/problem+json");
      if (method.equals("GET")) {
        answer.body("type", equalTo("https://tradewind.dev/problems/unauthenticated"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/..", "/static/%2e%2e/x", "//x", "/%2f"})
  void a_trick_in_the_path_is_refused_before_anybody_is_recognized(String path) throws IOException {
    assertThat(
            RawClient.exchange(
                RestAssured.port, RawClient.head("GET " + path, "Connection: close")))
        .startsWith("HTTP/1.1 400");
  }
}
