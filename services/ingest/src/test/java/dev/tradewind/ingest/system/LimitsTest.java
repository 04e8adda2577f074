package dev.tradewind.ingest.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import dev.tradewind.ingest.store.Database;
import dev.tradewind.testing.CustomsFile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Bounds, over connections as clients have them. */
@QuarkusTest
class LimitsTest {
  private static final int MEBIBYTE = 1 << 20;

  private final Database database;

  @TestHTTPResource URI server;

  LimitsTest(Database database) {
    this.database = database;
  }

  private Socket open(String query, String... headers) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(20_000);
    String head =
        "POST /api/v1/submissions"
            + query
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + String.join("\r\n", headers)
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    byte[] bytes = new byte[4096];
    int n = socket.getInputStream().read(bytes);
    return new String(bytes, 0, Math.max(0, n), StandardCharsets.UTF_8);
  }

  @Test
  void aBodyThatIsDeclaredTooLargeIsRefusedBeforeItIsSent() throws IOException {
    try (Socket socket = open("", "Content-Length: 99000000000", "Content-Type: text/csv")) {
      String answer = answer(socket);

      assertThat(answer).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsRefusedAndNothingIsKept() throws IOException {
    try (Socket socket = open("", "Transfer-Encoding: chunked", "Content-Type: text/csv")) {
      OutputStream out = socket.getOutputStream();
      byte[] chunk = new byte[MEBIBYTE];
      try {
        for (int i = 0; i < 20; i++) {
          out.write(
              (Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
          out.write(chunk);
          out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      } catch (SocketException e) {
        assertThat(e).isNotNull();
      }
      String answer = answer(socket);

      assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large").contains("gzip");
    }
    Awaitility.await()
        .until(
            () -> database.execute("select 1 from submission where state = 'receiving'").isEmpty());
  }

  @Test
  void tooManyFilesAreRefused() {
    var request = given();
    for (int i = 0; i < 201; i++) {
      request.multiPart("files", i + ".csv", ("x" + i).getBytes(StandardCharsets.UTF_8));
    }
    request
        .post(Client.SUBMISSIONS)
        .then()
        .statusCode(413)
        .body("type", endsWith("/too-many-files"));
  }

  @Test
  void whoComesWhileTooMuchIsUnderWayIsToldWhenToComeAgain() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        Socket socket =
            open("?dryRun=true", "Transfer-Encoding: chunked", "Content-Type: text/csv");
        socket.getOutputStream().write("1\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      byte[] file = CustomsFile.usd().row("2016-01", "CN-GD", "USA", "39221000", 5).bytes();

      Awaitility.await()
          .untilAsserted(
              () ->
                  Client.send(file, "dryRun", "true")
                      .then()
                      .statusCode(429)
                      .header("Retry-After", "10")
                      .contentType("application/problem+json")
                      .body("type", endsWith("/too-many-uploads")));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void whoWaitsForTheVerdictHearsItAtOnce() {
    CustomsFile file = CustomsFile.usd().row("2016-02", "CN-GD", "USA", "39221000", 5);
    byte[] bad = file.text().replace("\"44\"", "\"99\"").getBytes(CustomsFile.GB18030);

    given()
        .header("Prefer", "wait=20")
        .body(bad)
        .post(Client.SUBMISSIONS)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .header("Location", containsString("/api/v1/submissions/"))
        .body("type", endsWith("/rejected"))
        .body("errors[0].parameter", endsWith(".csv:2"))
        .body("errors[0].detail", containsString("unknown-region"));
    given()
        .header("Prefer", "wait=20")
        .body(file.bytes())
        .post(Client.SUBMISSIONS)
        .then()
        .statusCode(202);
  }

  @Test
  void aSubmissionThatFailsInAWayThatTryingAgainDoesNotMendIsStuckAndCanBeWithdrawn() {
    UUID id =
        Client.accepted(CustomsFile.usd().row("2016-03", "CN-GD", "USA", "39221000", 5).bytes());
    Client.awaitState(id, "published");

    database.update("update block set message = '\\x00' where submission = $1", id);
    database.update(
        "update submission set state = 'publishing', failures = 4, acknowledged_blocks = 0,"
            + " due_at = clock_timestamp() where id = $1",
        id);
    JsonPath stuck = Client.awaitState(id, "stuck");

    assertThat(stuck.getString("reason")).contains("a stored block");
    given().post(Client.SUBMISSIONS + "/" + id + "/withdraw").then().statusCode(200);
    Client.awaitState(id, "withdrawn");
  }

  @Test
  void anUploadThatWasGivenUpIsRemoved() {
    UUID id = UUID.randomUUID();
    database.update(
        "insert into submission (id, state, flow, mode, declared_coverage, updated_at)"
            + " values ($1, 'receiving', 'export', 'strict', '', clock_timestamp() - interval '1 hour')",
        id);

    Awaitility.await()
        .until(() -> database.execute("select 1 from submission where id = $1", id).isEmpty());
  }
}
