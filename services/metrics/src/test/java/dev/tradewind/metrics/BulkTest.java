package dev.tradewind.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stream of all facts holds is given back, whatever its client does. */
@QuarkusTest
class BulkTest extends MetricsTest {
  /** More than the buffers between a server and a client that does not read. */
  private static final int FACTS = 250_000;

  private static final String SNAPSHOTS =
      """
      FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'idle in transaction'
        AND query LIKE 'SELECT f.period, f.region,%'
      """;

  private static final String LAST_CHUNK = "0\r\n\r\n";

  @TestHTTPResource URI service;
  @Inject Vertx vertx;

  @BeforeEach
  void manyFacts() {
    tables.run(
        """
        INSERT INTO fact (currency, period, region, product, partner, value)
        SELECT $1, 202507, 'CN-GD', to_char(10000000 + n, 'FM00000000'), 'USA', 100 FROM generate_series(1, $2) AS n
        """,
        currency,
        FACTS);
  }

  @AfterEach
  void noFacts() {
    tables.run("DELETE FROM fact WHERE currency = $1", currency);
  }

  @Test
  void aClientThatGoesAwayHoldsNothing() throws IOException {
    // Given a stream that waits for its client
    try (Socket client = ask()) {
      readSome(client);
      awaitSnapshots(1);
      // When the client is gone
    }
    // Then its snapshot is, too
    awaitSnapshots(0);
  }

  @Test
  void aClientThatStopsReadingHoldsNothingForLong() throws IOException {
    // Given a stream that waits for its client
    try (Socket client = ask()) {
      InputStream stream = readSome(client);
      awaitSnapshots(1);
      // When the client leaves it unread, then its snapshot is given back
      awaitSnapshots(0);
      // And what the client gets is plainly not all: no last chunk says so
      assertThat(rest(stream)).doesNotEndWith(LAST_CHUNK);
    }
  }

  @Test
  void aStreamThatTheDatabaseEndsDoesNotLookWhole() throws IOException {
    try (Socket client = ask()) {
      InputStream stream = readSome(client);
      // When the connection to the database breaks in the middle
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  tables
                      .list(
                          "SELECT pg_terminate_backend(pid) " + SNAPSHOTS, row -> row.getBoolean(0))
                      .contains(true));
      // Then what the client gets is plainly not all
      assertThat(rest(stream)).doesNotEndWith(LAST_CHUNK);
    }
  }

  @Test
  void noMoreDoesAStreamOfHttp2() throws Exception {
    // Given a client that never reads, whose connection carries other streams as well
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
    CompletableFuture<Throwable> cut = new CompletableFuture<>();
    try {
      client
          .request(HttpMethod.GET, service.getPort(), service.getHost(), path())
          .compose(HttpClientRequest::send)
          .onSuccess(answer -> answer.exceptionHandler(cut::complete).pause())
          .onFailure(cut::completeExceptionally);
      awaitSnapshots(1);
      // Then its snapshot is given back, and the client is told that this was not all
      awaitSnapshots(0);
      assertThat(cut.get(10, TimeUnit.SECONDS)).isInstanceOf(StreamResetException.class);
    } finally {
      client.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  private String path() {
    return "/api/v1/exports/bulk?currency=" + currency;
  }

  private Socket ask() throws IOException {
    Socket client = new Socket();
    // A stream that ends well leaves the connection open.
    client.setSoTimeout(Math.toIntExact(Duration.ofSeconds(20).toMillis()));
    client.setReceiveBufferSize(8 << 10);
    client.connect(new InetSocketAddress(service.getHost(), service.getPort()));
    client
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(path(), service.getHost())
                .getBytes(StandardCharsets.US_ASCII));
    return client;
  }

  private static InputStream readSome(Socket client) throws IOException {
    InputStream stream = client.getInputStream();
    assertThat(new String(stream.readNBytes(15), StandardCharsets.US_ASCII))
        .isEqualTo("HTTP/1.1 200 OK");
    return stream;
  }

  /** The end of what came, of a connection that may have been cut. */
  private static String rest(InputStream stream) {
    byte[] last = new byte[0];
    byte[] some = new byte[64 << 10];
    try {
      for (int read = stream.read(some); read >= 0; read = stream.read(some)) {
        last = Arrays.copyOf(some, read);
      }
    } catch (IOException cut) {
      // As good an end as any.
    }
    return new String(last, StandardCharsets.US_ASCII);
  }

  private void awaitSnapshots(long count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                tables
                    .list("SELECT count(*) " + SNAPSHOTS, row -> row.getLong(0))
                    .get(0)
                    .equals(count));
  }
}
