package dev.tradewind.alerts.slack;

import static dev.tradewind.alerts.LetterSamples.figures;
import static dev.tradewind.alerts.LetterSamples.telling;
import static dev.tradewind.alerts.LetterSamples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.channel.ChannelSettings;
import dev.tradewind.alerts.channel.ChannelSpec;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Parcel;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.outbound.NameLookup;
import dev.tradewind.alerts.outbound.Outbound;
import dev.tradewind.alerts.secret.Secret;
import dev.tradewind.alerts.wording.Language;
import dev.tradewind.embedded.slack.SlackFault;
import dev.tradewind.embedded.slack.SlackPost;
import dev.tradewind.embedded.slack.SlackStub;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bot against a strict Slack. */
class BotDeliveryTest {
  private static final Telling TOLD =
      telling(
          null,
          List.of(),
          warning(1, "CN-HN", figures("3000000000", "4200000000", "-0.285714", "0.12", "-0.0036")));
  private static final Telling CORRECTED =
      telling(
          null,
          List.of(),
          warning(1, "CN-HN", figures("3100000000", "4200000000", "-0.261905", "0.12", "-0.0033")));
  private static final Telling MORE =
      telling(
          null,
          List.of(),
          TOLD.members().get(0),
          warning(2, "CN-YN", figures("600000000", "900000000", "-0.333333", "0.04", "-0.0009")));

  private final SlackStub slack = SlackStub.start();
  private final Vertx vertx = Vertx.vertx();
  private SlackBotKind kind;

  @BeforeEach
  void open() {
    kind =
        new SlackBotKind(
            new Config(slack.apiUrl().toString()),
            new Outbound(vertx, Duration.ofSeconds(5), NameLookup.SYSTEM));
  }

  @AfterEach
  void close() {
    slack.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void oneMessageIsEditedAndEachChangeIsToldInItsThread() {
    String ts = delivered(send(new Draft(null, TOLD), null));
    assertThat(slack.posts()).hasSize(1);

    assertThat(delivered(send(new Draft(TOLD, CORRECTED), ts))).isEqualTo(ts);

    List<SlackPost> posts = slack.posts();
    assertThat(posts).hasSize(2);
    assertThat(posts.get(0).edits()).isEqualTo(1);
    assertThat(posts.get(0).payload().toString()).contains("−26.2 %", "in the thread");
    assertThat(posts.get(1).thread()).isEqualTo(ts);
    assertThat(posts.get(1).payload().toString()).contains("was −28.6 %");
    assertThat(posts.get(1).payload().has("reply_broadcast")).isFalse();
  }

  @Test
  void newAlertsAreShownInTheChannelAsWell() {
    String ts = delivered(send(new Draft(null, TOLD), null));
    send(new Draft(TOLD, MORE), ts);
    assertThat(slack.posts().get(1).payload().path("reply_broadcast").asBoolean()).isTrue();
  }

  @Test
  void aMessageThatIsGoneIsPostedAnewAndSaysSo() {
    String ts = delivered(send(new Draft(null, TOLD), null));
    slack.delete(ts);

    String again = delivered(send(new Draft(TOLD, CORRECTED), ts));

    assertThat(again).isNotEqualTo(ts);
    assertThat(slack.posts()).hasSize(1);
    assertThat(slack.posts().get(0).payload().toString()).contains("can no longer be edited");
  }

  @Test
  void refusalsAreForGoodAndLimitsForNow() {
    slack.failNext(1, new SlackFault.NotOk("is_archived"));
    assertThat(send(new Draft(null, TOLD), null))
        .isEqualTo(new Outcome.Refused("Slack: is_archived"));
    slack.failNext(1, new SlackFault.RateLimited(9));
    assertThat(((Outcome.Postponed) send(new Draft(null, TOLD), null)).hush())
        .isEqualTo(Duration.ofSeconds(9));
    assertThat(send("CNONE01", new Draft(null, TOLD), null))
        .isEqualTo(new Outcome.Refused("Slack: channel_not_found"));
    assertThat(slack.posts()).isEmpty();
  }

  @Test
  void aReplyThatDoesNotGetThroughIsTriedAgainWithItsEdit() {
    slack.pace(Duration.ofSeconds(30));
    String ts = delivered(send(new Draft(null, TOLD), null));
    assertThat(send(new Draft(TOLD, CORRECTED), ts)).isInstanceOf(Outcome.Postponed.class);
    slack.pace(Duration.ZERO);
    assertThat(delivered(send(new Draft(TOLD, CORRECTED), ts))).isEqualTo(ts);
    assertThat(slack.posts()).hasSize(2);
    assertThat(slack.posts().get(0).edits()).isEqualTo(2);
  }

  private Outcome send(Draft draft, @Nullable String ts) {
    return send("C0DESK01", draft, ts);
  }

  private Outcome send(String channelId, Draft draft, @Nullable String ts) {
    Secret token = Secret.of(SlackStub.botToken());
    ChannelSettings settings = new ChannelSettings(null, channelId, List.of(), null);
    kind.check(settings, token);
    Parcel parcel = kind.parcel("1-1", draft, "desk", Language.EN, ts);
    return kind.delivery(new ChannelSpec("desk", Language.EN, settings, token))
        .deliver(parcel)
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private static String delivered(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    return String.valueOf(((Outcome.Delivered) outcome).ts());
  }

  private record Config(String apiUrl) implements SlackConfig {
    @Override
    public Optional<String> webhookUrl() {
      return Optional.empty();
    }

    @Override
    public Language language() {
      return Language.EN;
    }

    @Override
    public Set<String> allowedHosts() {
      return Set.of("127.0.0.1");
    }

    @Override
    public URI publicUrl() {
      return URI.create("https://tradewind.example");
    }
  }
}
