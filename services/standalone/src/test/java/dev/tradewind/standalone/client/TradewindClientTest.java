package dev.tradewind.standalone.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradewindClientTest {
  @TempDir private Path directory;

  private final HttpServer server;
  private final TradewindClient client;
  private int status = 200;
  private String answer = "";
  private String asked = "";
  private String type = "";
  private String body = "";

  TradewindClientTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    client = new TradewindClient(URI.create("http://localhost:" + server.getAddress().getPort()));
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sendsAllFilesAsPartsOfOneRequest() throws IOException {
    // Given
    Path first = Files.writeString(directory.resolve("a \"1\".csv"), "eins");
    Path second = Files.writeString(directory.resolve("b.csv.gz"), "zwei");
    answer = "{\"id\": \"s1\", \"state\": \"received\", \"vintage\": 7}";

    // When
    SubmissionView submission = client.submit(List.of(first, second), Map.of("label", "my own"));

    // Then
    assertThat(submission.id()).isEqualTo("s1");
    assertThat(submission.applied()).isFalse();
    assertThat(asked).isEqualTo("/api/v1/submissions?label=my+own");
    String boundary = type.replace("multipart/form-data; boundary=", "");
    assertThat(body)
        .isEqualTo(
            """
            --#
            Content-Disposition: form-data; name="file"; filename="a %221%22.csv"
            Content-Type: text/csv

            eins
            --#
            Content-Disposition: form-data; name="file"; filename="b.csv.gz"
            Content-Type: application/gzip

            zwei
            --#--
            """
                .replace("\n", "\r\n")
                .replace("#", boundary));
  }

  @Test
  void readsIndicatorsWithWhatIsUnknown() {
    // Given
    answer =
        """
        {"items": [{"region": "CN-GD", "regionName": "Guangdong", "value": "62.5", "share": 0.2,
          "exposure": null, "yoy": -0.141, "contribution": -0.05, "status": "ok", "reasons": []}],
         "next": null, "period": "2025-07", "window": "ytd", "labels": []}
        """;

    // When
    IndicatorPage page = client.indicators(Map.of("partner", "USA"));

    // Then
    assertThat(asked).isEqualTo("/api/v1/indicators?partner=USA");
    assertThat(page.items())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.value()).isEqualByComparingTo("62.5");
              assertThat(row.exposure()).isNull();
            });
  }

  @Test
  void repeatsWhatAProblemSays() {
    // Given
    status = 409;
    answer = "{\"title\": \"Sent before.\", \"detail\": \"As s1.\", \"advice\": \"Use force.\"}";

    // Then
    assertThatThrownBy(() -> client.submission("s2"))
        .isInstanceOf(ApiException.class)
        .hasMessage("GET /api/v1/submissions/s2: 409 Sent before. As s1. Use force.");
  }

  @Test
  void repeatsWhatAnybodyElseSays() {
    status = 502;
    answer = "bad gateway";
    assertThatThrownBy(() -> client.notifications()).hasMessageContaining("502 bad gateway");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked = exchange.getRequestURI().toString();
      type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
      body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      byte[] bytes = answer.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
