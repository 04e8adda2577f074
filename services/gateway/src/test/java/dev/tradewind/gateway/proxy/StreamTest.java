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
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class StreamTest {
  private static final long UPLOAD = 200L << 20;
  private static final int PIECE = 64 << 10;

  @Inject Vertx vertx;
  @Inject OpenRequests open;
  private StubService ingest;
  private StubService alerts;

  @BeforeEach
  void start() {
    ingest = StubService.start(vertx, Service.INGEST);
    alerts = StubService.start(vertx, Service.ALERTS);
  }

  @AfterEach
  void nothingStaysUnderWay() {
    // Whatever happened to a request, a later shutdown must not wait for it.
    await().atMost(Duration.ofSeconds(10)).until(() -> open.count() == 0);
    ingest.close();
    alerts.close();
  }

  @Test
  void a_large_upload_waits_for_the_service_and_is_never_kept_in_the_gateway() throws Exception {
    // Given a service that does not read yet
    var arrived = new CompletableFuture<HttpServerRequest>();
    AtomicLong received = new AtomicLong();
    ingest.does(
        request -> {
          request.pause();
          request.handler(buffer -> received.addAndGet(buffer.length()));
          request.endHandler(end -> request.response().setStatusCode(202).end());
          arrived.complete(request);
        });

    // When a client sends 200 MB as fast as it may
    AtomicLong sent = new AtomicLong();
    var status = new CompletableFuture<Integer>();
    upload(sent, status);

    // Then it soon has to wait, after what the sockets' buffers hold
    HttpServerRequest service = arrived.get(10, TimeUnit.SECONDS);
    AtomicLong before = new AtomicLong(-1);
    await()
        .pollInterval(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(10))
        .until(() -> before.getAndSet(sent.get()) == sent.get());
    assertThat(sent.get()).isLessThan(UPLOAD / 4);

    // And when the service reads, everything arrives
    service.resume();
    assertThat(status.get(60, TimeUnit.SECONDS)).isEqualTo(202);
    assertThat(received.get()).isEqualTo(UPLOAD);
  }

  private void upload(AtomicLong sent, CompletableFuture<Integer> status) {
    Buffer piece = Buffer.buffer(new byte[PIECE]);
    vertx
        .createHttpClient()
        .request(HttpMethod.POST, RestAssured.port, "localhost", "/api/v1/submissions")
        .onFailure(status::completeExceptionally)
        .onSuccess(
            request -> {
              request.putHeader("Content-Length", Long.toString(UPLOAD));
              request
                  .response()
                  .onSuccess(answer -> status.complete(answer.statusCode()))
                  .onFailure(status::completeExceptionally);
              request.drainHandler(ready -> fill(request, piece, sent));
              fill(request, piece, sent);
            });
  }

  private static void fill(HttpClientRequest request, Buffer piece, AtomicLong sent) {
    while (sent.get() < UPLOAD && !request.writeQueueFull()) {
      request.write(piece);
      if (sent.addAndGet(PIECE) == UPLOAD) {
        request.end();
      }
    }
  }

  @Test
  void an_answer_waits_for_its_reader_and_is_never_kept_in_the_gateway() throws Exception {
    // Given a service that has 200 MB to say
    AtomicLong written = new AtomicLong();
    Buffer piece = Buffer.buffer(new byte[PIECE]);
    ingest.does(
        request -> {
          HttpServerResponse response = request.response().setChunked(true);
          response.drainHandler(ready -> pour(response, piece, written));
          pour(response, piece, written);
        });

    // When a client asks and reads no further than the head
    try (RawClient client = new RawClient(RestAssured.port)) {
      client.send(RawClient.head("GET /api/v1/submissions/7/file"));
      client.readUntil("\r\n\r\n");

      // Then the service has to wait
      AtomicLong before = new AtomicLong(-1);
      await()
          .pollInterval(Duration.ofMillis(300))
          .atMost(Duration.ofSeconds(10))
          .until(() -> before.getAndSet(written.get()) == written.get());
      assertThat(written.get()).isLessThan(UPLOAD / 4);
    }
  }

  private static void pour(HttpServerResponse response, Buffer piece, AtomicLong written) {
    while (written.get() < UPLOAD && !response.writeQueueFull()) {
      response.write(piece);
      written.addAndGet(PIECE);
    }
  }

  @Test
  void the_service_sees_the_first_bytes_before_the_client_has_sent_the_last() throws Exception {
    var first = new CompletableFuture<String>();
    ingest.does(
        request -> {
          request.handler(buffer -> first.complete(buffer.toString()));
          request.endHandler(end -> request.response().setStatusCode(202).end());
        });

    try (RawClient client = new RawClient(RestAssured.port)) {
      client.send(
          RawClient.head("POST /api/v1/submissions", "Transfer-Encoding: chunked")
              + "5\r\nhello\r\n");
      assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("hello");

      client.send("0\r\n\r\n");
      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 202");
    }
  }

  @Test
  void events_pass_one_by_one_and_outlast_the_patience_for_answers() throws Exception {
    // Given a stream of events
    var stream = new CompletableFuture<HttpServerResponse>();
    var left = new CompletableFuture<Void>();
    alerts.does(
        request -> {
          HttpServerResponse response = request.response();
          response.closeHandler(gone -> left.complete(null));
          response.setChunked(true).putHeader("Content-Type", "text/event-stream");
          response.write("data: 1\n\n");
          stream.complete(response);
        });

    try (RawClient client = new RawClient(RestAssured.port)) {
      client.send(RawClient.head("GET /api/v1/alerts/stream"));

      // When events come, the client sees each at once, also after a long silence
      assertThat(client.readUntil("data: 1\n\n")).contains("text/event-stream");
      var silence = new CompletableFuture<Void>();
      vertx.setTimer(3_500, over -> silence.complete(null));
      silence.get(10, TimeUnit.SECONDS);
      stream.get(1, TimeUnit.SECONDS).write("data: 2\n\n");
      client.readUntil("data: 2\n\n");
    }

    // Then, when the client leaves, the service learns of it
    left.get(10, TimeUnit.SECONDS);
  }

  @Test
  void a_client_that_asks_whether_to_send_is_answered_at_once() throws IOException {
    try (RawClient client = new RawClient(RestAssured.port)) {
      client.send(
          RawClient.head("POST /api/v1/submissions", "Content-Length: 5", "Expect: 100-continue"));
      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");

      client.send("hello");
      assertThat(client.readUntil("\"body\":\"hello\"")).startsWith("HTTP/1.1 200");
    }
  }
}
