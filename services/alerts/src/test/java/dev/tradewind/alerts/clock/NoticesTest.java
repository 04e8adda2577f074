package dev.tradewind.alerts.clock;

import static dev.tradewind.alerts.Samples.millions;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.notice.Digests;
import dev.tradewind.alerts.notice.OverdueMonths;
import dev.tradewind.alerts.notification.Courier;
import dev.tradewind.alerts.route.RoutingFile;
import dev.tradewind.alerts.store.Reconsideration;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.embedded.slack.SlackFault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is told although nothing fires. */
@QuarkusTest
@TestProfile(StoppedClockProfile.class)
class NoticesTest extends AlertsTest {
  private static final Figures FINE = millions("99", "100");
  private static final Figures DOWN_57 = millions("17.867091", "41.5");

  @Inject Transactions transactions;
  @Inject Reconsideration reconsideration;
  @Inject RoutingFile file;
  @Inject OverdueMonths overdue;
  @Inject Digests digests;
  @Inject Courier courier;

  @Test
  void aReleaseThatRaisesNothingIsToldOnce() {
    route("notices: {allClear: {receivers: [default]}}");
    stage.tell(fine(JULY));
    stage.tell(fine(JULY));
    var message = awaitPosted(1).get(0);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
    assertThat(fallback(message)).startsWith("All clear");
    assertThat(read(message)).contains("of 17 covered products").contains("Owner: desk@");
    when()
        .get("/api/v1/notifications?kind=all-clear")
        .then()
        .body("items.period", contains("2025-07"));

    stage.tell(fine(AUGUST));
    awaitPosted(2);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(2);
  }

  @Test
  void aReleaseThatRaisesSomethingIsNotClear() {
    route("notices: {allClear: {receivers: [default]}}");
    stage.tell(ToldChange.published().slice(AUGUST, Map.of("CN-YN", DOWN_57)).newest(AUGUST));
    awaitPosted(1);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
    assertThat(stage.number("SELECT count(*) FROM notification WHERE kind <> 'alerts'")).isZero();
  }

  @Test
  void anAllClearThatIsNotTrueAnyMoreIsNotSent() {
    route("notices: {allClear: {receivers: [default]}}");
    slack.failAlways(new SlackFault.Refused(503, ""));
    stage.tell(fine(AUGUST));
    stage.tell(ToldChange.published().slice(AUGUST, Map.of("CN-YN", DOWN_57)).newest(AUGUST));
    slack.heal();
    awaitPosted(1);
    awaitQuiet();
    assertThat(slack.posted()).hasSize(1);
    assertThat(fallback(slack.posted().get(0))).contains("Yunnan");
    assertThat(stage.text("SELECT state FROM notification WHERE kind = 'all-clear'"))
        .isEqualTo("superseded");
  }

  @Test
  void withoutReceiversNoNoticeIsSent() {
    stage.tell(fine(AUGUST));
    new Rival().look(Instant.parse("2030-01-01T00:00:00Z"));
    awaitQuiet();
    assertThat(slack.requests()).isEmpty();
  }

  @Test
  void anOverdueMonthIsToldOnceWhicheverReplicaSeesIt() throws Exception {
    // Given July's data, and the day on which August is overdue in China
    stage.tell(fine(JULY));
    Instant before = Instant.parse("2025-09-20T15:59:00Z");
    Instant after = Instant.parse("2025-09-20T16:00:00Z");
    route("notices: {overdue: {receivers: [default]}}", before);
    // When
    together(before);
    assertThat(stage.number("SELECT count(*) FROM notification WHERE kind = 'overdue'")).isZero();
    together(after);
    together(after.plusSeconds(86_400));
    // Then
    var message = awaitPosted(1).get(0);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
    assertThat(read(message)).contains("August 2025").contains("20 September 2025");

    // When September is overdue, too
    together(Instant.parse("2025-10-21T00:00:00Z"));
    // Then both are named
    assertThat(read(awaitPosted(2).get(1))).contains("August 2025").contains("September 2025");
    awaitQuiet();
    assertThat(slack.requests()).hasSize(2);
  }

  @Test
  void aWeeklyDigestIsSentOnceWhicheverReplicaMakesIt() throws Exception {
    stage.tell(
        ToldChange.published()
            .slice(
                AUGUST,
                Map.of(
                    "CN-YN",
                    DOWN_57,
                    "CN-GD",
                    millions("70", "100"),
                    "CN-ZJ",
                    millions("130", "100")))
            .newest(AUGUST));
    awaitPosted(1);
    Instant monday = Instant.parse("2035-09-03T01:00:00Z");
    route(
        "digests: [{name: weekly, receivers: [default], weekday: monday, at: '09:00'}]",
        monday.minusSeconds(60));
    together(monday.minusSeconds(1));
    together(monday);
    together(monday.plusSeconds(7200));
    var digest = awaitPosted(2).get(1);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(2);
    assertThat(fallback(digest)).startsWith("Digest");
    assertThat(read(digest))
        .contains("Yunnan")
        .contains("Guangdong")
        .contains("Zhejiang")
        .contains("1 critical, 1 warning")
        .contains("of 17 covered products");
    // A day later it would be stale; a week later the next one is due.
    together(monday.plusSeconds(7 * 86_400));
    awaitPosted(3);
    awaitQuiet();
    assertThat(slack.requests()).hasSize(3);
  }

  @Test
  void aDigestOfAReleaseComesWithIt() {
    route("digests: [{name: release, receivers: [default]}]");
    stage.tell(fine(AUGUST));
    assertThat(fallback(awaitPosted(1).get(0))).startsWith("Digest");
    stage.tell(fine(AUGUST));
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
  }

  private final class Rival {
    private final Timekeeper timekeeper =
        new Timekeeper(transactions, reconsideration, file, overdue, digests, courier);

    void look(Instant now) {
      timekeeper.look(now);
    }
  }

  /** Four replicas look at the same clock at the same time. */
  private void together(Instant now) throws Exception {
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> looks = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Rival rival = new Rival();
        looks.add(replicas.submit(() -> rival.look(now)));
      }
      for (Future<?> look : looks) {
        look.get();
      }
    } finally {
      replicas.shutdownNow();
    }
  }

  private static ToldChange fine(java.time.YearMonth period) {
    return ToldChange.published().slice(period, Map.of("CN-YN", FINE)).newest(period);
  }

  private void route(String yaml, Instant since) {
    route(yaml);
    stage.rows("UPDATE routing SET stored_at = $1", since.atOffset(java.time.ZoneOffset.UTC));
  }

  private static void route(String yaml) {
    given()
        .contentType("application/yaml")
        .body(
            ("version: 0\nowner: desk@example.org\n" + yaml)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .put("/api/v1/routing")
        .then()
        .statusCode(200);
  }
}
