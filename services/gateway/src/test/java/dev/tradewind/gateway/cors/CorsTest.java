package dev.tradewind.gateway.cors;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.gateway.stub.StubAddresses;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class CorsTest {
  private static final String ALLOW = "Access-Control-Allow-Origin";

  @Test
  void a_page_of_an_allowed_origin_may_ask_and_read() {
    given()
        .header("Origin", "https://desk.example.org")
        .header("Access-Control-Request-Method", "GET")
        .header("Access-Control-Request-Headers", "authorization")
        .when()
        .options("/api/v1/indicators")
        .then()
        .statusCode(204)
        .header(ALLOW, "https://desk.example.org")
        .header("Access-Control-Allow-Methods", containsString("GET"))
        .header("Access-Control-Allow-Headers", containsStringIgnoringCase("authorization"))
        .header("Access-Control-Max-Age", "600")
        .header("X-Content-Type-Options", "nosniff");
    given()
        .header("Origin", "https://desk.example.org")
        .when()
        .get("/openapi")
        .then()
        .statusCode(200)
        .header(ALLOW, "https://desk.example.org")
        .header("Access-Control-Expose-Headers", containsStringIgnoringCase("etag"));
  }

  @Test
  void a_page_of_another_origin_gets_no_permission() {
    given()
        .header("Origin", "https://desk.example.org.evil.example")
        .header("Access-Control-Request-Method", "GET")
        .when()
        .options("/api/v1/indicators")
        .then()
        .header(ALLOW, nullValue())
        .statusCode(not(204));
  }

  @Test
  void our_own_page_needs_no_permission() {
    given()
        .header("Origin", "http://localhost:8080")
        .when()
        .get("/openapi")
        .then()
        .statusCode(200)
        .header(ALLOW, nullValue());
  }
}
