package dev.tradewind.systemtests;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.Settings;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the services refuse reaches the client through the gateway as they said it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {
  private static final int MEBIBYTE = 1 << 20;
  private static final int SENT = 64;

  private final RunningSystem system =
      RunningSystem.start(
          "refusals",
          Settings.defaults().with(Service.INGEST, "TRADEWIND_INGEST_LIMIT_SIZE", "1M"));

  @AfterAll
  void stop() {
    system.close();
  }

  @RepeatedTest(10)
  void anUploadThatIsRefusedWhileItIsSentHearsWhy() throws Exception {
    String answer = upload("Transfer-Encoding: chunked");

    assertThat(answer)
        .startsWith("HTTP/1.1 413")
        .contains("problems/too-large")
        .contains("At most 1048576 bytes");
  }

  @RepeatedTest(10)
  void anUploadThatIsRefusedForItsDeclaredLengthHearsWhyThoughItIsSentAllTheSame()
      throws Exception {
    String answer = upload("Content-Length: " + (long) SENT * MEBIBYTE);

    assertThat(answer)
        .startsWith("HTTP/1.1 413")
        .contains("problems/too-large")
        .contains("At most 1048576 bytes");
  }

  @RepeatedTest(5)
  void anUploadWithAnOptionThatDoesNotExistHearsWhy() throws Exception {
    String answer = upload("?perod=2025-07", "Content-Length: " + (long) SENT * MEBIBYTE);

    assertThat(answer).startsWith("HTTP/1.1 400").contains("perod");
  }

  private String upload(String length) throws Exception {
    return upload("", length);
  }

  /** Sends as long as it can, and reads meanwhile, as browsers and curl do. */
  private String upload(String query, String length) throws Exception {
    URI gateway = system.api().gateway();
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket.setSoTimeout(30_000);
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(
              () -> {
                StringBuilder read = new StringBuilder();
                try {
                  byte[] buffer = new byte[8192];
                  for (int n = socket.getInputStream().read(buffer);
                      n >= 0;
                      n = socket.getInputStream().read(buffer)) {
                    read.append(new String(buffer, 0, n, ISO_8859_1));
                  }
                } catch (IOException e) {
                  // What came before counts.
                }
                return read.toString();
              });
      try {
        send(socket.getOutputStream(), query, length);
      } catch (IOException e) {
        // It is not taken any more.
      }
      return answer.get();
    }
  }

  private static void send(OutputStream out, String query, String length) throws IOException {
    out.write(
        ("POST /api/v1/submissions"
                + query
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + length
                + "\r\n\r\n")
            .getBytes(ISO_8859_1));
    boolean chunked = length.startsWith("Transfer");
    byte[] block = new byte[MEBIBYTE];
    for (int i = 0; i < SENT; i++) {
      if (chunked) {
        out.write((Integer.toHexString(MEBIBYTE) + "\r\n").getBytes(ISO_8859_1));
      }
      out.write(block);
      if (chunked) {
        out.write("\r\n".getBytes(ISO_8859_1));
      }
    }
    if (chunked) {
      out.write("0\r\n\r\n".getBytes(ISO_8859_1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /api/v1/submissions, 405, method-not-allowed",
    "DELETE, /api/v1/indicators, 405, method-not-allowed",
    "POST, /api/v1/rankings, 405, method-not-allowed",
    "PATCH, /api/v1/alerts, 405, method-not-allowed",
    "PUT, /api/v1/channels, 405, method-not-allowed",
    "DELETE, /api/v1/me, 405, method-not-allowed",
    "POST, /api/v1/events, 415, unsupported-media-type",
    "POST, /api/v1/keys, 415, unsupported-media-type",
    "GET, /api/v1/submissions/nothing/here/at/all, 404, not-found"
  })
  void aWrongMethodOrMediaTypeIsAProblemOfEveryService(
      String method, String path, int status, String code) {
    Response answer =
        given()
            .baseUri(system.api().gateway().toString())
            .contentType("text/plain")
            .body("hello")
            .request(method, path);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.asString()).contains("problems/" + code);
  }
}
