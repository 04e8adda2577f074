package dev.tradewind.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.OpenRequests;
import dev.tradewind.gateway.stub.RawClient;
import dev.tradewind.gateway.stub.StubAddresses;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * More bad requests than there are connections to the service, here 16: if one of them kept its
 * connection, the good request after them would find none.
 */
@QuarkusTest
@WithTestResource(StubAddresses.class)
class LeakTest {
  private static final int CONNECTIONS = 16;
  private static final int MORE = 24;

  @Inject Vertx vertx;
  @Inject OpenRequests open;
  private StubService ingest;
  private int threads;

  @BeforeEach
  void start() throws IOException {
    ingest = StubService.start(vertx, Service.INGEST);
    ingest.echoes();
    good();
    threads = Thread.activeCount();
  }

  @AfterEach
  void everythingIsFreeAgain() throws IOException {
    try {
      await().atMost(Duration.ofSeconds(15)).until(() -> open.count() == 0);
      ingest.echoes();
      for (int i = 0; i < CONNECTIONS + 1; i++) {
        good();
      }
      assertThat(ingest.connections()).isLessThanOrEqualTo(CONNECTIONS);
      // A few of the pools' own may start whenever they like, but not one for every request.
      assertThat(Thread.activeCount() - threads).isLessThan(MORE / 2);
    } finally {
      ingest.close();
    }
  }

  /** The breaker may rest first, for a second; a connection that is kept is kept for good. */
  private static void good() {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(
                        RawClient.exchange(
                            RestAssured.port,
                            RawClient.head("GET /api/v1/submissions", "Connection: close")))
                    .startsWith("HTTP/1.1 200"));
  }

  @Test
  void clients_that_leave_amid_their_upload() throws IOException {
    ingest.does(request -> request.handler(buffer -> {}));
    for (int i = 0; i < MORE; i++) {
      try (RawClient client = new RawClient(RestAssured.port)) {
        client.send(
            RawClient.head("POST /api/v1/submissions", "Content-Length: 1000000") + "a few bytes");
      }
    }
  }

  @Test
  void clients_that_leave_amid_the_answer() throws IOException {
    ingest.does(request -> request.response().setChunked(true).write("x".repeat(1 << 16)));
    for (int i = 0; i < MORE; i++) {
      try (RawClient client = new RawClient(RestAssured.port)) {
        client.send(RawClient.head("GET /api/v1/submissions"));
        client.readUntil("xxxx");
      }
    }
  }

  @Test
  void clients_that_leave_before_the_answer() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    ingest.does(request -> asked.incrementAndGet());
    for (int i = 0; i < MORE; i++) {
      try (RawClient client = new RawClient(RestAssured.port)) {
        client.send(RawClient.head("GET /api/v1/submissions"));
        int before = i;
        await().until(() -> asked.get() > before || asked.get() >= CONNECTIONS);
      }
    }
  }

  @Test
  void bodies_that_are_too_large() throws IOException {
    for (int i = 0; i < MORE; i++) {
      try (RawClient client = new RawClient(RestAssured.port)) {
        client.send(RawClient.head("POST /api/v1/submissions", "Content-Length: 268435457"));
        assertThat(client.readUntil("}")).startsWith("HTTP/1.1 413");
      }
    }
  }

  @Test
  void services_that_break_off() throws IOException {
    ingest.does(request -> request.connection().close());
    for (int i = 0; i < MORE; i++) {
      assertThat(
              RawClient.exchange(
                  RestAssured.port,
                  RawClient.head(
                          "POST /api/v1/submissions", "Content-Length: 5", "Connection: close")
                      + "hello"))
          .containsPattern("^HTTP/1.1 50[23]");
    }
  }

  @Test
  void services_that_break_off_amid_the_answer() throws IOException {
    ingest.does(
        request -> {
          request.response().setChunked(true).write("some");
          vertx.setTimer(20, fired -> request.connection().close());
        });
    for (int i = 0; i < MORE; i++) {
      assertThat(RawClient.exchange(RestAssured.port, RawClient.head("GET /api/v1/submissions")))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void services_that_answer_before_they_have_read_everything() throws IOException {
    ingest.does(request -> request.response().setStatusCode(422).end("{}"));
    for (int i = 0; i < MORE; i++) {
      try (RawClient client = new RawClient(RestAssured.port)) {
        client.send(
            RawClient.head("POST /api/v1/submissions", "Content-Length: 1000000") + "a few bytes");
        assertThat(client.readUntil("{}")).startsWith("HTTP/1.1 422");
      }
    }
  }

  @Test
  void services_that_hang() throws IOException {
    ingest.does(request -> request.resume());
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      RawClient client = new RawClient(RestAssured.port);
      client.send(RawClient.head("GET /api/v1/submissions", "Connection: close"));
      clients.add(client);
    }
    for (RawClient client : clients) {
      assertThat(client.rest()).containsPattern("^HTTP/1.1 50[34]");
      client.close();
    }
  }
}
