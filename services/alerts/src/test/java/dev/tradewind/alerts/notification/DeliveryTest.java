package dev.tradewind.alerts.notification;

import static dev.tradewind.alerts.Samples.millions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.embedded.slack.SlackFault;
import dev.tradewind.embedded.slack.SlackRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Getting a message to Slack once, whatever Slack does. */
@QuarkusTest
@TestProfile(AlertsProfile.class)
class DeliveryTest extends AlertsTest {
  private static final Figures DOWN_57 = millions("17.867091", "41.5");
  private static final Figures DOWN_30 = millions("70", "100");

  @Inject Sender sender;
  @Inject ChannelRegistration channels;

  @Test
  void slacksRequestToWaitIsHonoured() {
    slack.failNext(1, new SlackFault.RateLimited(2));
    stage.tell(firing(AUGUST, DOWN_57));

    SlackRequest posted = awaitPosted(1).get(0);
    awaitQuiet();
    List<SlackRequest> requests = slack.requests();
    assertThat(requests).hasSize(2);
    assertThat(Duration.between(requests.get(0).receivedAt(), posted.receivedAt()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1900));
  }

  @Test
  void aStormOfErrorsEndsInOneMessage() {
    slack.failNext(5, new SlackFault.Refused(500, "rollup_error"));
    stage.tell(firing(AUGUST, DOWN_57));
    awaitPosted(1);
    awaitQuiet();
    assertThat(slack.posted()).hasSize(1);
    assertThat(slack.requests()).hasSize(6);
    assertThat(stage.rows("SELECT outcome || ' ' || reason FROM delivery ORDER BY id"))
        .extracting(row -> row.getString(0))
        .containsExactly(
            "postponed first",
            "postponed first",
            "postponed first",
            "postponed first",
            "postponed first",
            "delivered first");
  }

  @Test
  void aCutConnectionIsTriedAgain() {
    slack.failNext(2, new SlackFault.ConnectionCut());
    stage.tell(firing(AUGUST, DOWN_57));
    awaitPosted(1);
    awaitQuiet();
    assertThat(slack.posted()).hasSize(1);
    assertThat(stage.text("SELECT detail FROM delivery ORDER BY id LIMIT 1"))
        .startsWith("the connection broke")
        .endsWith("the receiver may have it all the same");
  }

  @Test
  void aSlowSlackIsNotWaitedForForEverAndMayHaveTheMessageTwice() {
    slack.failNext(1, new SlackFault.Slow(Duration.ofSeconds(3)));
    stage.tell(firing(AUGUST, DOWN_57));
    awaitPosted(2);
    awaitQuiet();
    assertThat(stage.text("SELECT detail FROM delivery ORDER BY id LIMIT 1"))
        .isEqualTo("no answer within 2000 ms; the receiver may have it all the same");
  }

  @Test
  void whatSlackRefusesForGoodIsParkedAndANewVersionTriesAgain() {
    slack.failNext(1, new SlackFault.Refused(404, "no_service"));
    stage.tell(firing(AUGUST, DOWN_57));
    awaitQuiet();
    assertThat(slack.requests()).hasSize(1);
    assertThat(stage.text("SELECT state || ': ' || last_error FROM notification"))
        .isEqualTo("failed: HTTP 404: no_service");

    stage.tell(firing(AUGUST, DOWN_30));
    SlackRequest first = awaitPosted(1).get(0);
    assertThat(fallback(first)).startsWith("US exports fell sharply in Yunnan");
  }

  @Test
  void anotherAddressTakesWhatTheOldOneRefused() {
    slack.failNext(1, new SlackFault.Refused(410, "channel_is_archived"));
    stage.tell(firing(AUGUST, DOWN_57));
    awaitQuiet();
    stage.rows("UPDATE channel SET fingerprint = 'another address'");
    channels.register();
    awaitPosted(1);
  }

  @Test
  void aWebhookThatIsSetLaterIsToldOnceOfWhatFires() {
    // Given what was recorded while none was set: July's alert, which is over, and August's
    slack.failAlways(new SlackFault.Refused(503, ""));
    stage.tell(firing(JULY, DOWN_30));
    stage.tell(ToldChange.published().slice(AUGUST, Map.of("CN-HN", DOWN_57)).newest(AUGUST));
    stage.rows("UPDATE notification SET state = 'no-channel'");
    stage.rows("UPDATE channel SET fingerprint = ''");
    slack.heal();
    // When it is set, however often the service starts with it
    channels.register();
    channels.register();
    // Then
    SlackRequest message = awaitPosted(1).get(0);
    awaitQuiet();
    assertThat(slack.posted()).hasSize(1);
    assertThat(fallback(message)).startsWith("US exports fell sharply in Hunan");
    assertThat(stage.rows("SELECT period || ' ' || state FROM notification ORDER BY period"))
        .extracting(row -> row.getString(0))
        .containsExactly("2025-07 no-channel", "2025-08 sent");

    // And a revision of what it was never told of stays a record
    stage.tell(firing(JULY, DOWN_57).newest(AUGUST));
    awaitQuiet();
    assertThat(slack.posted()).hasSize(1);
    assertThat(
            stage.text(
                "SELECT state || desired_version FROM notification WHERE period = '2025-07'"))
        .isEqualTo("no-channel2");
  }

  @Test
  void whileSlackIsDownOnlyTheLastStateIsKept() {
    slack.failAlways(new SlackFault.Refused(503, ""));
    stage.tell(firing(AUGUST, DOWN_57));
    stage.tell(firing(AUGUST, DOWN_30));
    stage.tell(firing(AUGUST, millions("60.5", "100")));
    slack.heal();

    SlackRequest message = awaitPosted(1).get(0);
    awaitQuiet();
    assertThat(slack.posted()).hasSize(1);
    assertThat(fallback(message)).endsWith("Yunnan −39.5 %").doesNotContain("Correction");
    assertThat(stage.text("SELECT desired_version || ' ' || sent_version FROM notification"))
        .isEqualTo("3 3");
  }

  @Test
  void whatCameAndWentWhileSlackWasDownIsNotTold() {
    slack.failAlways(new SlackFault.Refused(503, ""));
    stage.tell(firing(AUGUST, DOWN_57));
    stage.tell(firing(AUGUST, millions("100", "100")));
    slack.heal();
    awaitQuiet();
    assertThat(slack.posted()).isEmpty();
    assertThat(stage.text("SELECT outcome FROM delivery ORDER BY id DESC LIMIT 1"))
        .isEqualTo("skipped");
  }

  @Test
  void anAttemptWithoutARecordedAnswerIsRepeatedAndSaysSo() {
    // Given a message that cannot go out, and the mark of an attempt whose process died
    slack.failAlways(new SlackFault.Refused(503, ""));
    stage.tell(firing(AUGUST, DOWN_57));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                stage
                        .rows(
                            """
                            UPDATE notification SET attempting_version = 1, attempted_at = now() - interval '1 minute'
                            WHERE attempting_version IS NULL RETURNING id
                            """)
                        .size()
                    == 1);

    // When Slack is back
    slack.heal();
    awaitPosted(1);
    awaitQuiet();

    // Then the log tells of a possible repeat
    assertThat(
            stage.number("SELECT count(*) FROM delivery WHERE reason = 'first, may be a repeat'"))
        .isEqualTo(1);
  }

  @Test
  void rivallingSendersSendEachMessageOnce() throws Exception {
    // Given six messages that a slow Slack takes one after the other
    List<String> sectors = List.of("furniture", "footwear", "toys", "chips", "phones", "special");
    sectors.forEach(
        sector ->
            stage.rows(
                """
                INSERT INTO rule (id, name, indicator, partner, sector, time_window, currency, definition)
                SELECT $1, $1, indicator, partner, $1, time_window, currency,
                       definition || jsonb_build_object('id', $1::text, 'name', $1::text, 'sector', $1::text)
                FROM rule WHERE id = 'us-exports-drop'
                """,
                sector));
    slack.failAlways(new SlackFault.Slow(Duration.ofMillis(300)));

    // When three senders more than the courier are at it
    ExecutorService rivals = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> all =
          IntStream.range(0, 3).<Future<?>>mapToObj(i -> rivals.submit(() -> rival(6))).toList();
      sectors.forEach(
          sector ->
              stage.tell(firing(AUGUST, DOWN_57).of(new Series("USA", sector, Window.YTD, "USD"))));
      for (Future<?> rival : all) {
        rival.get();
      }
    } finally {
      rivals.shutdownNow();
    }

    // Then each arrived once
    awaitQuiet();
    assertThat(slack.requests()).hasSize(6);
    assertThat(slack.posted().stream().map(AlertsTest::fallback).distinct()).hasSize(6);
    assertThat(stage.number("SELECT count(*) FROM delivery WHERE reason LIKE '%repeat%'")).isZero();
  }

  @Test
  void theSecretIsNeitherShownNorLogged() {
    slack.failNext(1, new SlackFault.ConnectionCut());
    stage.tell(firing(AUGUST, DOWN_57));
    awaitPosted(1);
    String everything =
        stage.rows("SELECT n::text FROM notification n").get(0).getString(0)
            + stage.rows("SELECT d::text FROM delivery d").toString()
            + stage.rows("SELECT c::text FROM channel c").get(0).getString(0);
    assertThat(everything).doesNotContain(slack.webhookUrl().getPath());
  }

  private void rival(int messages) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              sender.sendNext();
              return stage.number("SELECT count(*) FROM notification WHERE state = 'sent'")
                  == messages;
            });
  }

  private static ToldChange firing(YearMonth period, Figures figures) {
    return ToldChange.published().slice(period, Map.of("CN-YN", figures)).newest(period);
  }
}
