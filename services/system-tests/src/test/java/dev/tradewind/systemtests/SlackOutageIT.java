package dev.tradewind.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import dev.tradewind.embedded.slack.SlackFault;
import dev.tradewind.embedded.slack.SlackPost;
import dev.tradewind.embedded.slack.SlackStub;
import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.ServiceProcess;
import dev.tradewind.standalone.system.Settings;
import dev.tradewind.systemtests.Book.Entry;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two replicas of alerts, and a Slack that misbehaves through three submissions and a revision:
 * when it is back, its readers know what is so, each thing told once. Who follows one replica hears
 * of what the other does.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SlackOutageIT {
  private static final String BOT_CHANNEL = "C0123456789";
  private static final Book BOOK = new Book();
  private static RunningSystem system;
  private static DataSource alerts;

  @BeforeAll
  static void start() {
    Settings settings =
        Settings.defaults()
            .withReplicas(Service.ALERTS, 2)
            .with(Service.ALERTS, "TRADEWIND_SECRETS_KEY", "test:" + "A".repeat(43) + "=")
            // The gateway asks the replicas in turn; a test that asks one of them has no token.
            .with(Service.ALERTS, "TRADEWIND_ACCESS_ANONYMOUS", "loopback")
            .with(Service.ALERTS, "TRADEWIND_NOTIFICATIONS_RETRY_INITIAL_DELAY", "200ms")
            .with(Service.ALERTS, "TRADEWIND_NOTIFICATIONS_RETRY_MAX_DELAY", "1s");
    system = RunningSystem.start("slack-outage", settings);
    alerts = system.database(Service.ALERTS);
    system
        .api()
        .post(
            "/channels",
            """
            {"name": "desk", "kind": "slack-bot", "channelId": "%s", "secret": "%s"}
            """
                .formatted(BOT_CHANNEL, SlackStub.botToken()));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  @Order(1)
  void twoReplicasTellEverythingOnce() {
    submit("history.csv", Trade.fallingTo("2025-04", "CN-HN"));
    await().atMost(Duration.ofMinutes(1)).until(() -> requests() >= 2 && pending() == 0);
    awaitStillness();
    assertThat(webhookTexts()).singleElement(as(STRING)).contains("Hunan", "January–April 2025");
    assertThat(system.slack().posts())
        .singleElement()
        .satisfies(post -> assertThat(text(post)).contains("Hunan", "January–April 2025"));
    assertThat(requests()).isEqualTo(2);
    assertThat(system.parts().replicas(Service.ALERTS)).hasSize(2);
  }

  @Test
  @Order(2)
  void whatOneReplicaDoesReachesAClientOfTheOther() throws Exception {
    // Given clients of both replicas, and Hunan's alert
    List<ServiceProcess> replicas = system.parts().replicas(Service.ALERTS);
    try (Follower there = new Follower(replicas.get(0).url(), null);
        Follower here = new Follower(replicas.get(1).url(), null)) {
      await().until(() -> there.isConnected() && here.isConnected());
      long alert =
          system.api().list("/alerts", Map.of("state", "firing")).get(0).path("id").asLong();
      // When one replica takes it on
      given()
          .baseUri(replicas.get(0).url().toString())
          .contentType("application/json")
          .body("{\"comment\": \"by the first\"}")
          .post("/api/v1/alerts/" + alert + "/acknowledge")
          .then()
          .statusCode(204);
      // Then both tell of the same step, once
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> there.steps().size() == 1 && here.steps().size() == 1);
      assertThat(here.lines()).contains("event:acknowledged");
      assertThat(here.data()).contains("\"alert\":" + alert).contains("by the first");
      assertThat(here.steps()).isEqualTo(there.steps());

      // And who was with the one goes on with the other where it was
      long seen = Long.parseLong(there.steps().get(0));
      try (Follower again = new Follower(replicas.get(1).url(), "" + (seen - 1))) {
        await()
            .atMost(Duration.ofSeconds(10))
            .untilAsserted(() -> assertThat(again.steps()).containsExactly("" + seen));
      }
    }
  }

  @Test
  @Order(3)
  void whenSlackIsBackItsReadersKnowWhatIsSo() {
    int before = webhookTexts().size();
    // Given a Slack that takes nothing, in one way after the other
    system.slack().failAlways(new SlackFault.ConnectionCut());
    submit("may.csv", Trade.fallingTo("2025-05", "CN-HN", "CN-SX"));
    awaitAttempts();
    system.slack().failAlways(new SlackFault.RateLimited(1));
    submit("june.csv", Trade.fallingTo("2025-06", "CN-HN", "CN-SX"));
    awaitAttempts();
    system.slack().failAlways(new SlackFault.Refused(503, "service_unavailable"));
    submit("july.csv", Trade.fallingTo("2025-07", "CN-HN", "CN-SX", "CN-YN"));
    awaitAttempts();
    // and a revision, by which only Yunnan's trade to the US ever fell
    submit("revision.csv", Trade.fallingTo("2025-07", "CN-YN"));
    awaitAttempts();
    assertThat(webhookTexts()).hasSize(before);

    // When
    system.slack().heal();

    // Then April, which was told, is corrected; of what came meanwhile only July is told, as it is
    await().atMost(Duration.ofMinutes(1)).until(() -> pending() == 0);
    awaitStillness();
    List<String> heard = webhookTexts().subList(before, webhookTexts().size());
    assertThat(heard)
        .hasSize(2)
        .satisfiesOnlyOnce(
            text ->
                assertThat(text).startsWith("Correction:").contains("January–April 2025", "Hunan"))
        .satisfiesOnlyOnce(text -> assertThat(text).contains("January–July 2025", "Yunnan"))
        .noneSatisfy(text -> assertThat(text).contains("Shanxi"));

    // and where a bot can edit, April's message is edited, the change told once in its thread
    List<SlackPost> posts = system.slack().posts();
    List<SlackPost> messages = posts.stream().filter(post -> post.thread() == null).toList();
    assertThat(messages).hasSize(2);
    SlackPost april = messages.get(0);
    assertThat(april.edits()).isPositive();
    assertThat(posts.stream().filter(post -> april.ts().equals(post.thread()))).hasSize(1);
    assertThat(text(messages.get(1))).contains("January–July 2025", "Yunnan");
    assertThat(messages.get(1).edits()).isZero();

    // and the log agrees: nothing delivered twice, nothing parked, nothing lost
    assertThat(
            HeldLock.count(
                alerts,
                "select count(*) from (select 1 from delivery where outcome = 'delivered'"
                    + " group by notification, version having count(*) > 1) twice"))
        .isZero();
    assertThat(HeldLock.count(alerts, "select count(*) from notification where state <> 'sent'"))
        .isZero();
    assertThat(HeldLock.count(alerts, "select count(*) from delivery where reason like '%repeat%'"))
        .isZero();
  }

  @Test
  @Order(4)
  void twoReplicasSendAStormOfMessagesOnceEach() {
    // Given a message for each province, and a Slack that takes its time
    int version = system.api().get("/routing", Map.of()).path("version").asInt();
    system
        .api()
        .put(
            "/routing",
            """
            {"version": %d, "route": {"receivers": ["default"], "groupBy": ["region"]}}
            """
                .formatted(version));
    system.slack().failAlways(new SlackFault.Slow(Duration.ofMillis(200)));
    List<String> provinces =
        List.of("CN-GD", "CN-ZJ", "CN-JS", "CN-SD", "CN-FJ", "CN-HE", "CN-HB", "CN-AH");
    // When
    submit("august.csv", Trade.fallingTo("2025-08", provinces.toArray(String[]::new)));
    // Then
    await().atMost(Duration.ofMinutes(1)).until(() -> pending() == 0);
    awaitStillness();
    for (String province : provinces) {
      assertThat(
              HeldLock.count(
                  alerts,
                  "select count(*) from delivery d join notification n on n.id = d.notification"
                      + " where outcome = 'delivered' and n.channel = 'default' and n.group_key ="
                      + " '2025-08|USA|all|ytd|USD|region="
                      + province
                      + "'"))
          .as(province)
          .isOne();
    }
    assertThat(webhookTexts().stream().filter(text -> text.contains("January–August 2025")))
        .hasSize(provinces.size())
        .doesNotHaveDuplicates();
  }

  /** A client of one replica's stream. */
  private static final class Follower implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Stream<String> body;

    Follower(URI replica, @Nullable String lastEventId) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(replica.resolve("/api/v1/alerts/stream"));
      if (lastEventId != null) {
        request.header("Last-Event-ID", lastEventId);
      }
      HttpResponse<Stream<String>> response =
          HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
      assertThat(response.statusCode()).isEqualTo(200);
      body = response.body();
      Thread reader = new Thread(this::read, "follower");
      reader.setDaemon(true);
      reader.start();
    }

    /** The greeting is sent once the place in the stream is known. */
    boolean isConnected() {
      return lines.stream().anyMatch(line -> line.startsWith("retry"));
    }

    List<String> lines() {
      return lines;
    }

    List<String> steps() {
      return values("id:");
    }

    String data() {
      return String.join("\n", values("data:"));
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
      } catch (UncheckedIOException e) {
        lines.add("end");
      }
    }

    @Override
    public void close() {
      body.close();
    }
  }

  /** Slack has refused something since. */
  private static void awaitAttempts() {
    int before = system.slack().requests().size();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> system.slack().requests().size() >= before + 2);
  }

  private static int requests() {
    return system.slack().requests().size();
  }

  private static void awaitStillness() {
    int requests = requests();
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(requests()).isEqualTo(requests));
  }

  /** What readers of the webhook's channel see, oldest first. */
  private static List<String> webhookTexts() {
    return system.slack().posted().stream()
        .filter(message -> !message.path().startsWith("/api/"))
        .peek(message -> assertThat(message.problems()).isEmpty())
        .map(message -> message.payload().path("text").asText())
        .toList();
  }

  private static String text(SlackPost post) {
    return post.payload().path("text").asText();
  }

  private static long pending() {
    return HeldLock.count(
        alerts,
        "select (select count(*) from notification where state = 'pending')"
            + " + (select count(*) from pending_close)");
  }

  private static void submit(String name, List<Entry> entries) {
    String id = system.api().submit(List.of(BOOK.file(name, entries)), Map.of());
    system.api().awaitApplied(id);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                HeldLock.count(
                        alerts,
                        "select count(*) from closed_change where submission = '" + id + "'")
                    == 1);
  }
}
