package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradewind.embedded.Loopback;
import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.ServiceProcess;
import dev.tradewind.standalone.system.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The packaged gateway, with the 256 MB of heap that every service has, before stand-ins. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayBoundsIT {
  private static final long SIZE = 2L << 30;
  private static final int BLOCK = 1 << 20;

  private static final AtomicLong received = new AtomicLong();
  private static final AtomicLong checksum = new AtomicLong();
  private static final CountDownLatch asked = new CountDownLatch(1);
  private static final CountDownLatch mayAnswer = new CountDownLatch(1);

  private static HttpServer stub;
  private static RunningSystem system;

  @BeforeAll
  static void start() throws IOException {
    stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stub.setExecutor(Executors.newCachedThreadPool());
    stub.createContext("/api/v1/submissions", GatewayBoundsIT::take);
    stub.createContext("/api/v1/alerts/stream", GatewayBoundsIT::stream);
    stub.createContext("/api/v1/rules", GatewayBoundsIT::answerLate);
    stub.start();
    String address = "http://" + Loopback.HOST + ":" + stub.getAddress().getPort();
    system =
        RunningSystem.start(
            "bounds",
            Settings.defaults()
                .with(Service.GATEWAY, "TRADEWIND_UPSTREAM_INGEST", address)
                .with(Service.GATEWAY, "TRADEWIND_UPSTREAM_ALERTS", address));
  }

  @AfterAll
  static void stop() {
    mayAnswer.countDown();
    if (system != null) {
      system.close();
    }
    stub.stop(0);
  }

  @Test
  @Order(1)
  void twoGigabytesPassWholeAndInOrder() throws IOException {
    // When two gigabytes are sent as they are made
    HttpURLConnection connection =
        (HttpURLConnection) gateway("/api/v1/submissions").toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(SIZE);
    connection.setRequestProperty("Content-Type", "application/octet-stream");
    CRC32C sent = new CRC32C();
    try (OutputStream out = connection.getOutputStream()) {
      byte[] block = new byte[BLOCK];
      for (long i = 0; i < SIZE / BLOCK; i++) {
        // No two blocks are alike, so that their order shows.
        ByteBuffer.wrap(block).putLong(i).position(BLOCK - 8).putLong(~i);
        sent.update(block);
        out.write(block);
      }
    }

    // Then all of it arrives as it was
    assertThat(connection.getResponseCode()).isEqualTo(202);
    assertThat(received).hasValue(SIZE);
    assertThat(checksum).hasValue(sent.getValue());
    assertThat(system.parts().service(Service.GATEWAY).isRunning()).isTrue();
  }

  @Test
  @Order(2)
  void aGatewayThatIsToldToEndEndsItsStreamsAndAnswersWhatItTook() throws Exception {
    // Given a stream of events and an answer under way
    HttpClient client = HttpClient.newHttpClient();
    InputStream events =
        client
            .send(request("/api/v1/alerts/stream"), HttpResponse.BodyHandlers.ofInputStream())
            .body();
    assertThat(new String(events.readNBytes(9), StandardCharsets.UTF_8)).isEqualTo("data: 1\n\n");
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request("/api/v1/rules"), HttpResponse.BodyHandlers.ofString());
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

    // When the process is told to end
    ServiceProcess gateway = system.parts().service(Service.GATEWAY);
    gateway.terminate();

    // Then the stream ends as whole, the answer still comes, and the process is gone in time
    CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> next(events));
    assertThat(end.get(20, TimeUnit.SECONDS)).as("the end of the stream").isEqualTo(-1);
    mayAnswer.countDown();
    assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("in time");
    await().atMost(Duration.ofSeconds(20)).until(() -> !gateway.isRunning());
  }

  private static void take(HttpExchange exchange) throws IOException {
    CRC32C seen = new CRC32C();
    byte[] buffer = new byte[256 << 10];
    try (InputStream body = exchange.getRequestBody()) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        seen.update(buffer, 0, read);
        received.addAndGet(read);
      }
    }
    checksum.set(seen.getValue());
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
  }

  private static void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  private static void answerLate(HttpExchange exchange) throws IOException {
    asked.countDown();
    try {
      mayAnswer.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] answer = "in time".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static int next(InputStream events) {
    try {
      return events.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpRequest request(String path) {
    return HttpRequest.newBuilder(gateway(path)).build();
  }

  private static URI gateway(String path) {
    return system.api().gateway().resolve(path);
  }
}
