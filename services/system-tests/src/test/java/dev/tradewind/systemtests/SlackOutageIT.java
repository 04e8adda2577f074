package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.embedded.slack.SlackFault;
import dev.tradewind.embedded.slack.SlackRequest;
import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.Settings;
import dev.tradewind.systemtests.Book.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two replicas of alerts, and a Slack that misbehaves through three submissions and a revision:
 * when it is back, its readers know what is so, each thing told once.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SlackOutageIT {
  private static final Book BOOK = new Book();
  private static RunningSystem system;
  private static DataSource alerts;

  @BeforeAll
  static void start() {
    Settings settings =
        Settings.defaults()
            .withReplicas(Service.ALERTS, 2)
            .with(Service.ALERTS, "TRADEWIND_NOTIFICATIONS_RETRY_INITIAL_DELAY", "200ms")
            .with(Service.ALERTS, "TRADEWIND_NOTIFICATIONS_RETRY_MAX_DELAY", "1s");
    system = RunningSystem.start("slack-outage", settings);
    alerts = system.database(Service.ALERTS);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  @Order(1)
  void twoReplicasTellEverythingOnce() {
    submit("history.csv", Trade.fallingTo("2025-04", "CN-HN"));
    SlackRequest first = SlackExpectations.exactlyOneMessage(system, "CN-HN");
    assertThat(first.payload().path("text").asText()).contains("January–April 2025");
    assertThat(system.parts().replicas(Service.ALERTS)).hasSize(2);
  }

  @Test
  @Order(2)
  void whenSlackIsBackItsReadersKnowWhatIsSo() {
    system.slack().reset();
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
    // and a revision meanwhile, by which Shanxi's trade to the US never fell in July, and not in
    // what Slack knows of April either for Hunan
    submit("revision.csv", Trade.fallingTo("2025-07", "CN-YN"));
    awaitAttempts();
    assertThat(system.slack().posted()).isEmpty();

    // When
    system.slack().heal();

    // Then April is corrected, and of the months that came meanwhile only July is told of, as it is
    await().atMost(Duration.ofMinutes(1)).until(() -> pending() == 0);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(pending()).isZero());
    List<String> told =
        system.slack().posted().stream()
            .map(message -> message.payload().path("text").asText())
            .toList();
    assertThat(told).doesNotHaveDuplicates();
    assertThat(told)
        .anySatisfy(
            text ->
                assertThat(text).startsWith("Correction:").contains("January–April 2025", "Hunan"));
    assertThat(told)
        .anySatisfy(text -> assertThat(text).contains("January–July 2025", "Yunnan"))
        .noneSatisfy(text -> assertThat(text).contains("Shanxi"));
    assertThat(told).hasSize(2);
    assertThat(system.slack().posted()).allSatisfy(m -> assertThat(m.problems()).isEmpty());
    // and the log agrees: every message delivered once, nothing parked, nothing lost
    assertThat(
            HeldLock.count(
                alerts,
                "select count(*) from delivery d join notification n on n.id = d.notification"
                    + " where outcome = 'delivered' and n.period = '2025-07'"))
        .isOne();
    assertThat(HeldLock.count(alerts, "select count(*) from notification where state <> 'sent'"))
        .isZero();
    assertThat(HeldLock.count(alerts, "select count(*) from delivery where reason like '%repeat%'"))
        .isZero();
  }

  @Test
  @Order(3)
  void twoReplicasSendAStormOfMessagesOnceEach() {
    system.slack().reset();
    // Given a message for each province, and a Slack that takes its time
    Api api = system.api();
    int version = api.get("/routing", Map.of()).path("version").asInt();
    api.put(
        "/routing", "{\"version\": %d, \"route\": {\"groupBy\": [\"region\"]}}".formatted(version));
    system.slack().failAlways(new SlackFault.Slow(Duration.ofMillis(200)));
    String[] provinces = {"CN-GD", "CN-ZJ", "CN-JS", "CN-SD", "CN-FJ", "CN-HE", "CN-HB", "CN-AH"};
    // When
    submit("august.csv", Trade.fallingTo("2025-08", provinces));
    // Then
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> pending() == 0 && system.slack().posted().size() >= provinces.length);
    List<String> august =
        system.slack().posted().stream()
            .map(message -> message.payload().path("text").asText())
            .filter(text -> text.contains("January–August 2025"))
            .toList();
    assertThat(august).doesNotHaveDuplicates();
    assertThat(system.slack().requests()).allSatisfy(m -> assertThat(m.posted()).isTrue());
    for (String province : provinces) {
      assertThat(
              HeldLock.count(
                  alerts,
                  "select count(*) from delivery d join notification n on n.id = d.notification"
                      + " where outcome = 'delivered' and n.group_key ="
                      + " '2025-08|USA|all|ytd|USD|region="
                      + province
                      + "'"))
          .as(province)
          .isOne();
    }
  }

  /** Slack has refused something since. */
  private static void awaitAttempts() {
    int before = system.slack().requests().size();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> system.slack().requests().size() >= before + 2);
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
