package dev.tradewind.gateway.edge;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tradewind.gateway.stub.StubAddresses;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class LastResortTest {
  /** A route with a fault. */
  @Singleton
  static class Faulty {
    void register(@Observes Router router) {
      router
          .route("/faulty")
          .handler(
              context -> {
                throw new IllegalStateException("secret of the inside");
              });
    }
  }

  @Test
  void a_fault_of_ours_is_a_problem_that_tells_nothing_of_the_inside() {
    when()
        .get("/faulty")
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .header("X-Content-Type-Options", "nosniff")
        .body("type", equalTo("https://tradewind.dev/problems/internal"))
        .body("advice", containsString("X-Request-Id"))
        .body(not(containsString("secret")))
        .body(not(containsString("Exception")));
  }
}
