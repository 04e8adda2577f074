package dev.tradewind.gateway.proxy;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.RawClient;
import dev.tradewind.gateway.stub.StubAddresses;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class ResilienceTest {
  @Inject Vertx vertx;

  @Test
  void a_read_that_broke_off_is_sent_once_more_and_nobody_notices() {
    AtomicInteger asked = new AtomicInteger();
    try (StubService alerts = StubService.start(vertx, Service.ALERTS)) {
      alerts.does(
          request -> {
            if (asked.incrementAndGet() == 1) {
              request.connection().close();
            } else {
              request.response().end("fine");
            }
          });

      when().get("/api/v1/rules?a=b").then().statusCode(200).body(equalTo("fine"));

      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void a_write_that_broke_off_is_never_sent_again() {
    AtomicInteger asked = new AtomicInteger();
    try (StubService alerts = StubService.start(vertx, Service.ALERTS)) {
      alerts.does(
          request -> {
            asked.incrementAndGet();
            request.connection().close();
          });

      given().body("{}").when().post("/api/v1/rules").then().statusCode(502);

      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void a_service_that_fails_again_and_again_is_given_a_rest_and_then_tried_again() {
    // Given a service that is down
    for (int i = 0; i < 12; i++) {
      when().get("/api/v1/channels");
    }

    // Then it is named in a problem that comes at once and says when to come back
    when()
        .get("/api/v1/channels")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "1")
        .body("type", equalTo("https://tradewind.dev/problems/service-resting"))
        .body("detail", containsString("alerts"))
        .body("advice", containsString("Retry-After"));

    // And when it is back, it gets requests again
    try (StubService alerts = StubService.start(vertx, Service.ALERTS)) {
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> when().get("/api/v1/channels").then().statusCode(200));
      assertThat(alerts).isNotNull();
      // As many that succeed as the breaker looks back, so that other tests find it closed.
      for (int i = 0; i < 10; i++) {
        when().get("/api/v1/channels").then().statusCode(200);
      }
    }
  }

  @Test
  void clients_that_stall_do_not_count_against_the_service() throws Exception {
    try (StubService ingest = StubService.start(vertx, Service.INGEST)) {
      for (int i = 0; i < 12; i++) {
        try (var client = new RawClient(RestAssured.port)) {
          client.send(
              RawClient.head("POST /api/v1/submissions", "Content-Length: 100") + "then nothing");
        }
      }

      when().get("/api/v1/submissions").then().statusCode(200);
      assertThat(ingest).isNotNull();
    }
  }
}
