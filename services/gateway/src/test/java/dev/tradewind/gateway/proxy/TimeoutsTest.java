package dev.tradewind.gateway.proxy;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.StubAddresses;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class TimeoutsTest {
  @Inject Vertx vertx;

  @Test
  void a_collection_can_have_a_patience_of_its_own() {
    try (StubService metrics = StubService.start(vertx, Service.METRICS)) {
      metrics.does(request -> request.resume());

      long begin = System.nanoTime();
      when().get("/api/v1/shifts").then().statusCode(504);

      // One second is configured for it, three for all others.
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Duration.ofMillis(900), Duration.ofMillis(2_500));
    }
  }
}
