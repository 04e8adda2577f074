package dev.tradewind.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tradewind.platform.access.OpenForLoopback;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenForLoopback.class)
class ProblemMappersTest {
  @Test
  void aRefusalNamesTheParameterAndWhatIsAllowed() {
    given()
        .get("/probe/refused")
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("https://tradewind.dev/problems/bad-parameter"))
        .body("status", equalTo(400))
        .body("errors[0].parameter", equalTo("window"))
        .body("errors[0].detail", equalTo("use month or ytd"));
  }

  @Test
  void anUnexpectedFailureTellsNothingOfItsInside() {
    given()
        .get("/probe/broken")
        .then()
        .statusCode(500)
        .contentType(Problem.MEDIA_TYPE)
        .body(not(containsString("hunter2")))
        .body(not(containsString("IllegalState")))
        .body("title", equalTo("Something failed on our side."));
  }

  @Test
  void anUnknownAddressIsAProblemToo() {
    given()
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType(Problem.MEDIA_TYPE)
        .body("title", equalTo("There is nothing at this address."));
  }

  @Test
  void aWrongMethodIsAProblemThatNamesTheMethodsOfItsAddress() {
    given()
        .delete("/probe/sample")
        .then()
        .statusCode(405)
        .contentType(Problem.MEDIA_TYPE)
        .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
    given()
        .post("/probe/operated")
        .then()
        .statusCode(405)
        .header("Allow", equalTo("DELETE, OPTIONS"));
  }

  @Test
  void everyErrorIsDocumentedAsAProblem() {
    given()
        .get("/q/openapi?format=json")
        .then()
        .rootPath("paths.'/probe/sample'.get.responses")
        .body("'200'.content.keySet()", contains("application/json"))
        .body("'403'.content.keySet()", contains(Problem.MEDIA_TYPE))
        .body("'403'.content.'application/problem+json'.schema.$ref", endsWith("/Problem"));
  }

  @Test
  void aBodyThatIsNotJsonNamesThePlace() {
    given()
        .contentType("application/json")
        .body("{\"rate\": 1,\n oops}")
        .post("/probe/sample")
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("detail", containsString("Line 2"));
  }

  @Test
  void decimalsAndDatesAreWrittenPlainly() {
    given()
        .get("/probe/sample")
        .then()
        .statusCode(200)
        .body(
            equalTo("{\"rate\":0.000050,\"period\":\"2025-07\",\"at\":\"1970-01-01T00:00:00Z\"}"));
  }
}
