package dev.tradewind.platform.tracing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OffByDefaultTest {
  @Inject Vertx vertx;

  @Test
  void requestsMeetNoTracerAndNothingWaitsToExport() {
    given().header("traceparent", "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01").get("/");

    assertThat(((VertxInternal) vertx).tracer()).isNull();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("BatchSpanProcessor"));
  }
}
