package dev.tradewind.gateway;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import dev.tradewind.gateway.stub.StubAddresses;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

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
