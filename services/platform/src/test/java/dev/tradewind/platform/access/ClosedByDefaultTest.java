package dev.tradewind.platform.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.platform.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClosedByDefaultTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/probe/sample", "/nowhere", "/q/openapi", "/q/dev-ui", "//probe/sample"})
  void withoutCredentialsNothingIsLetIn(String path) {
    given()
        .header("X-Forwarded-For", "127.0.0.1")
        .header("Forwarded", "for=127.0.0.1")
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(401)
        .contentType(Problem.MEDIA_TYPE)
        .header("WWW-Authenticate", "Bearer realm=\"tradewind\"")
        .body("title", equalTo("This address needs credentials."));
  }
}
