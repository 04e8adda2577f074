package dev.tradewind.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.RawClient;
import dev.tradewind.gateway.stub.StubAddresses;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StubAddresses.class)
class CompressionTest {
  private static final String TABLE = "region,period,value\n" + "CN-GD,2025-07,1\n".repeat(500);

  @Inject Vertx vertx;
  private StubService metrics;
  private StubService alerts;

  @BeforeEach
  void start() {
    metrics = StubService.start(vertx, Service.METRICS);
    alerts = StubService.start(vertx, Service.ALERTS);
    metrics.does(
        request ->
            request
                .response()
                .putHeader("Content-Type", "text/csv; charset=utf-8")
                .putHeader("ETag", "\"5\"")
                .putHeader("Vary", "Accept")
                .end(TABLE));
  }

  @AfterEach
  void stop() {
    metrics.close();
    alerts.close();
  }

  @Test
  void a_table_is_compressed_for_whoever_wants_that() throws Exception {
    var answer = get("/api/v1/exports?c=1", "gzip");

    assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
    assertThat(answer.body().length).isLessThan(TABLE.length() / 4);
    assertThat(unpacked(answer.body())).isEqualTo(TABLE);
    assertThat(answer.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding");
    // The same content, but other bytes.
    assertThat(answer.headers().firstValue("ETag")).hasValue("W/\"5\"");
  }

  @Test
  void from_memory_too() throws Exception {
    get("/api/v1/exports?c=2", "identity");

    var answer = get("/api/v1/exports?c=2", "gzip");

    assertThat(answer.headers().firstValue("Cache-Status")).hasValue("tradewind; hit");
    assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
    assertThat(unpacked(answer.body())).isEqualTo(TABLE);
    var plain = get("/api/v1/exports?c=2", "identity");
    assertThat(plain.headers().firstValue("Cache-Status")).hasValue("tradewind; hit");
    assertThat(new String(plain.body(), StandardCharsets.UTF_8)).isEqualTo(TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/exports?c=3", "/openapi", "/"})
  void nothing_is_compressed_for_whoever_does_not_want_it(String path) throws Exception {
    var answer = get(path, "identity");

    assertThat(answer.headers().firstValue("Content-Encoding").orElse("identity"))
        .isEqualTo("identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi", "/", "/openapi.yaml"})
  void our_own_pages_and_documents_are_compressed(String path) throws Exception {
    assertThat(get(path, "gzip").headers().allValues("Content-Encoding")).containsExactly("gzip");
  }

  @Test
  void what_a_service_has_compressed_is_not_compressed_again() throws Exception {
    byte[] packed = packed(TABLE);
    metrics.does(
        request ->
            request
                .response()
                .putHeader("Content-Type", "text/csv")
                .putHeader("Content-Encoding", "gzip")
                .putHeader("ETag", "\"6\"")
                .end(Buffer.buffer(packed)));

    var answer = get("/api/v1/exports?c=4", "gzip");

    assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
    assertThat(answer.body()).isEqualTo(packed);
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"6\"");
  }

  @Test
  void a_picture_or_an_archive_is_left_as_it_is() throws Exception {
    metrics.does(
        request ->
            request.response().putHeader("Content-Type", "application/zip").end("x".repeat(5_000)));

    var answer = get("/api/v1/exports?c=5", "gzip");

    assertThat(answer.body()).hasSize(5_000);
  }

  @Test
  void events_are_not_compressed_since_they_would_wait_for_each_other() throws IOException {
    alerts.does(
        request -> {
          var response = request.response().setChunked(true);
          response.putHeader("Content-Type", "text/event-stream").write("data: 1\n\n");
        });
    try (RawClient client = new RawClient(RestAssured.port)) {
      client.send(RawClient.head("GET /api/v1/alerts/stream", "Accept-Encoding: gzip"));

      assertThat(client.readUntil("data: 1\n\n")).doesNotContainIgnoringCase("encoding: gzip");
    }
  }

  @Test
  void the_service_learns_which_answer_a_client_has() throws Exception {
    AtomicReference<String> asked = new AtomicReference<>();
    alerts.does(
        request -> {
          asked.set(request.getHeader("If-None-Match"));
          request.response().setStatusCode(304).putHeader("ETag", "\"5\"").end();
        });

    var answer =
        HttpClient.newHttpClient()
            .send(
                request("/api/v1/rules", "gzip").header("If-None-Match", "W/\"5\"").build(),
                HttpResponse.BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"5\"");
    assertThat(asked).hasValue("W/\"5\"");
  }

  private static HttpResponse<byte[]> get(String path, String encoding) throws Exception {
    return HttpClient.newHttpClient()
        .send(request(path, encoding).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(String path, String encoding) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
        .header("Accept-Encoding", encoding);
  }

  private static String unpacked(byte[] bytes) throws IOException {
    return new String(
        new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
