package dev.tradewind.platform.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenForLoopback.class)
class OpenForLoopbackTest {
  @Test
  void aRequestFromThisMachineIsLetIn() {
    given().get("/probe/sample").then().statusCode(200);
  }

  @Test
  void aNameThatOnlyResolvesToLoopbackIsRefused() {
    given()
        .header("Host", "evil.example:8080")
        .get("/probe/sample")
        .then()
        .statusCode(403)
        .body("detail", containsString("evil.example"));
  }

  @Test
  void anotherSitesPageMayReadNothingThatItCouldNotAndWriteNothing() {
    given()
        .header("Sec-Fetch-Site", "cross-site")
        .contentType("application/json")
        .body("{}")
        .post("/probe/sample")
        .then()
        .statusCode(403);
    given().header("Sec-Fetch-Site", "cross-site").get("/probe/sample").then().statusCode(200);
  }
}
