package dev.tradewind.alerts.stream;

import static dev.tradewind.alerts.Samples.millions;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.alerts.indicator.Figures;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What clients of the stream see, also those that come back. */
@QuarkusTest
@TestProfile(AlertsProfile.class)
class StreamTest extends AlertsTest {
  @SuppressWarnings("NullAway.Init") // set by the test framework
  @TestHTTPResource("/api/v1/alerts/stream")
  URI address;

  @Test
  void stepsAreTellingThemselvesAndNothingIsMissedInBetween() throws Exception {
    String seen;
    try (Client client = new Client(null)) {
      // Nothing of before, and how soon to come back
      await().until(() -> client.lines.stream().anyMatch(line -> line.startsWith("retry")));
      stage.tell(drop("75", "CN-YN"));
      await().until(() -> client.ids().size() == 1);
      assertThat(client.lines).contains("event:raised");
      assertThat(client.data().get(0))
          .contains("\"region\":\"CN-YN\"")
          .contains("\"state\":\"firing\"")
          .contains("\"severity\":\"warning\"")
          .contains("\"submission\":");
      seen = client.ids().get(0);
    }

    // While it is away, two things happen
    stage.tell(drop("50", "CN-YN"));
    stage.tell(drop("50", "CN-YN", "CN-GD"));

    try (Client again = new Client(seen);
        Client other = new Client("0")) {
      await().until(() -> again.ids().size() >= 2);
      assertThat(again.lines).contains("event:corrected", "event:raised");
      assertThat(again.ids()).doesNotContain(seen);
      // Another client, from wherever, sees the same
      await().until(() -> other.ids().size() >= 3);
      assertThat(other.ids()).endsWith(again.ids().toArray(String[]::new));
      // Silence is filled
      int before = again.comments();
      await().atMost(Duration.ofSeconds(10)).until(() -> again.comments() > before);
      assertThat(again.ids()).hasSize(2);
    }
  }

  @Test
  void anIdThatIsNoneIsAProblem() {
    given()
        .header("Last-Event-ID", "yesterday")
        .get("/api/v1/alerts/stream")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("Last-Event-ID"));
  }

  private static ToldChange drop(String value, String... regions) {
    Map<String, Figures> figures =
        Stream.of(regions)
            .collect(Collectors.toMap(region -> region, region -> millions(value, "100")));
    return ToldChange.published().slice(JULY, figures).newest(JULY);
  }

  /** A client of the stream. */
  private final class Client implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Stream<String> body;

    Client(@Nullable String lastEventId) throws Exception {
      HttpRequest.Builder request = HttpRequest.newBuilder(address);
      if (lastEventId != null) {
        request.header("Last-Event-ID", lastEventId);
      }
      HttpResponse<Stream<String>> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      body = response.body();
      Thread reader = new Thread(this::read, "stream-client");
      reader.setDaemon(true);
      reader.start();
    }

    List<String> ids() {
      return values("id:");
    }

    List<String> data() {
      return values("data:");
    }

    int comments() {
      return (int) lines.stream().filter(line -> line.startsWith(":")).count();
    }

    private List<String> values(String field) {
      return lines.stream()
          .filter(line -> line.startsWith(field))
          .map(line -> line.substring(field.length()).strip())
          .toList();
    }

    private void read() {
      try {
        body.forEach(lines::add);
      } catch (RuntimeException e) {
        lines.add("end");
      }
    }

    @Override
    public void close() {
      body.close();
    }
  }
}
