package dev.tradewind.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.OpenRequests;
import dev.tradewind.gateway.stub.RawClient;
import dev.tradewind.gateway.stub.StubAddresses;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class DrainTest {
  @Inject Vertx vertx;
  @Inject OpenRequests open;
  @Inject EventStreams events;
  @Inject Event<ShutdownDelayInitiatedEvent> shutdown;

  @AfterEach
  void reopen() {
    events.reopen();
  }

  @Test
  void a_shutdown_ends_event_streams_properly_and_leaves_other_answers_alone() throws Exception {
    var left = new CompletableFuture<Void>();
    var slow = new CompletableFuture<HttpServerRequest>();
    try (StubService alerts = StubService.start(vertx, Service.ALERTS);
        RawClient listener = new RawClient(RestAssured.port);
        RawClient reader = new RawClient(RestAssured.port)) {
      // Given a stream of events, and an answer under way
      alerts.does(
          request -> {
            if (request.path().endsWith("/stream")) {
              var response = request.response().setChunked(true);
              response.closeHandler(gone -> left.complete(null));
              response.putHeader("Content-Type", "text/event-stream").write("data: 1\n\n");
            } else {
              slow.complete(request);
            }
          });
      listener.send(RawClient.head("GET /api/v1/alerts/stream"));
      listener.readUntil("data: 1\n\n");
      reader.send(RawClient.head("GET /api/v1/rules"));
      var unanswered = slow.get(10, TimeUnit.SECONDS);
      assertThat(events.count()).isEqualTo(1);

      // When the process is told to end
      shutdown.fire(new ShutdownDelayInitiatedEvent());

      // Then the stream ends as whole, the service learns of it, and the answer still arrives
      listener.readUntil("\r\n0\r\n\r\n");
      left.get(10, TimeUnit.SECONDS);
      assertThat(events.count()).isZero();
      unanswered.response().end("in time");
      assertThat(reader.readUntil("in time")).startsWith("HTTP/1.1 200");
      await().atMost(Duration.ofSeconds(10)).until(() -> open.count() == 0);
    }
  }
}
