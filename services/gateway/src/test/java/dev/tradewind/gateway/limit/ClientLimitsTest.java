package dev.tradewind.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.RawClient;
import dev.tradewind.gateway.stub.StubAddresses;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every address of this machine is a client of its own. */
@QuarkusTest
@WithTestResource(StubAddresses.class)
class ClientLimitsTest {
  private static final String GET = RawClient.head("GET /api/v1/rules");

  @Inject Vertx vertx;
  private StubService alerts;

  @BeforeEach
  void start() {
    alerts = StubService.start(vertx, Service.ALERTS);
    alerts.does(request -> request.response().end("fine"));
  }

  @AfterEach
  void stop() {
    alerts.close();
  }

  @Test
  void every_answer_says_what_is_allowed_and_what_is_left() throws IOException {
    try (RawClient client = new RawClient(RestAssured.port, "127.0.0.11")) {
      client.send(GET);
      assertThat(client.readUntil("fine"))
          .containsIgnoringCase("RateLimit-Policy: \"requests\";q=1000;w=100\r\n")
          .containsIgnoringCase("RateLimit: \"requests\";r=999;t=1\r\n");
      client.send(GET);
      assertThat(client.readUntil("fine")).containsIgnoringCase("RateLimit: \"requests\";r=998;");
    }
  }

  @Test
  void a_client_that_asks_too_often_is_told_when_to_come_back_and_others_are_not()
      throws IOException {
    try (RawClient client = new RawClient(RestAssured.port, "127.0.0.12")) {
      String answer = "";
      for (int i = 0; i < 2_000 && !answer.startsWith("HTTP/1.1 429"); i++) {
        client.send(GET);
        answer = client.readUntil(answer.isEmpty() ? "fine" : "\r\n\r\n");
        if (answer.startsWith("HTTP/1.1 200") && !answer.endsWith("fine")) {
          client.readUntil("fine");
        }
      }

      assertThat(answer)
          .startsWith("HTTP/1.1 429")
          .containsIgnoringCase("Retry-After: 1\r\n")
          .containsIgnoringCase("RateLimit: \"requests\";r=0;t=")
          .containsIgnoringCase("application/problem+json");
      assertThat(client.readUntil("}")).contains("too-many-requests");
    }
    try (RawClient other = new RawClient(RestAssured.port, "127.0.0.13")) {
      other.send(GET);
      assertThat(other.readUntil("fine")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void a_client_that_holds_too_many_requests_open_gets_no_more_until_some_have_ended()
      throws IOException {
    // Given as many requests under way as are allowed
    Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    alerts.does(held::add);
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      RawClient client = new RawClient(RestAssured.port, "127.0.0.14");
      client.send(GET);
      clients.add(client);
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> held.size() == 16);

    // When one more is sent, then it is refused
    try (RawClient more = new RawClient(RestAssured.port, "127.0.0.14")) {
      more.send(GET);
      assertThat(more.readUntil("}"))
          .startsWith("HTTP/1.1 429")
          .containsIgnoringCase("Retry-After: 1\r\n")
          .contains("too-many-at-once");
    }

    // And when the others have left in the middle, all places are free again
    for (RawClient client : clients) {
      client.close();
    }
    alerts.does(request -> request.response().end("fine"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              try (RawClient again = new RawClient(RestAssured.port, "127.0.0.14")) {
                again.send(GET);
                assertThat(again.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
              }
            });
  }
}
