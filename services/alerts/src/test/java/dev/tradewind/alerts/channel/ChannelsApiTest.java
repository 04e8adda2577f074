package dev.tradewind.alerts.channel;

import static dev.tradewind.alerts.Samples.millions;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import dev.tradewind.alerts.ReceiverStubs;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.embedded.slack.SlackFault;
import dev.tradewind.embedded.slack.SlackPost;
import dev.tradewind.embedded.slack.SlackStub;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Channels of every kind, made over the API, and what arrives. */
@QuarkusTest
@TestProfile(AlertsProfile.class)
@QuarkusTestResource(value = ReceiverStubs.class, restrictToAnnotatedClass = true)
class ChannelsApiTest extends AlertsTest {
  private static final String SIGNING = "a secret of the hook";

  @Inject Transactions transactions;
  ReceiverStubs stubs;

  @AfterEach
  void end() {
    List<String> names = when().get("/api/v1/channels").then().extract().path("items.name");
    names.stream()
        .filter(name -> !name.equals("default"))
        .forEach(name -> when().delete("/api/v1/channels/" + name).then().statusCode(204));
    stubs.reset();
  }

  @Test
  void aChannelIsMadeShownChangedAndEnded() {
    make(bot("desk", "zh"))
        .statusCode(201)
        .header("Location", containsString("/api/v1/channels/desk"))
        .body("kind", equalTo("slack-bot"))
        .body("language", equalTo("zh"))
        .body("secret", equalTo("stored"))
        .body("state", equalTo("active"))
        .body("channelId", equalTo("C0DESK01"));
    make(bot("desk", "en")).statusCode(409).body("type", containsString("channel-exists"));

    given()
        .contentType("application/json")
        .body(Map.of("language", "en", "channelId", "C0DESK02"))
        .put("/api/v1/channels/desk")
        .then()
        .statusCode(200)
        .body("language", equalTo("en"))
        .body("channelId", equalTo("C0DESK02"))
        .body("secret", equalTo("stored"));

    when().delete("/api/v1/channels/desk").then().statusCode(204);
    when().get("/api/v1/channels/desk").then().statusCode(404);
    when().delete("/api/v1/channels/desk").then().statusCode(404);
    make(bot("desk", "en")).statusCode(201);
  }

  @Test
  void aChannelThatIsNamedDoesNotEnd() {
    // Given a rule, which is even switched off, and a routing document that name it
    make(bot("desk", "en")).statusCode(201);
    String rule =
        """
        {"name": "Exposed", "indicator": "exposure", "comparison": "at-or-above", "warning": 0.4,
         "partner": "USA", "window": "ytd", "enabled": false, "receivers": ["%s"]}
        """;
    write("rules/exposed", rule.formatted("desk")).statusCode(200);
    String routing =
        """
        {"version": %d, "route": {"receivers": ["default"], "routes": [
            {"match": ["severity=critical"], "receivers": ["%2$s", "default"]}]},
         "notices": {"allClear": {"receivers": ["%2$s"]}, "overdue": {"receivers": ["%2$s"]}},
         "digests": [{"name": "weekly", "receivers": ["%2$s"]}]}
        """;
    write("routing", routing.formatted(0, "desk")).statusCode(200);

    // Then who names it is said, and it stays
    when()
        .delete("/api/v1/channels/desk")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", containsString("channel-in-use"))
        .body("errors.parameter", hasItem("rule exposed"))
        .body(
            "errors.findAll { it.parameter == 'routing' }.detail",
            contains(
                "route.routes[0].receivers",
                "notices.allClear.receivers",
                "notices.overdue.receivers",
                "digests[0].receivers"));
    write("routing", routing.formatted(1, "default")).statusCode(200);
    when()
        .delete("/api/v1/channels/desk")
        .then()
        .statusCode(409)
        .body("detail", equalTo("Channel 'desk' is named by rule exposed (its receivers)."));
    when().get("/api/v1/channels/desk").then().statusCode(200);

    // When nobody names it any more
    write("rules/exposed", rule.formatted("default")).statusCode(200);
    when().delete("/api/v1/channels/desk").then().statusCode(204);
    // Then nobody can begin to
    write("rules/exposed", rule.formatted("desk"))
        .statusCode(400)
        .body("errors.parameter", contains("receivers[0]"));
  }

  @Test
  void noSecretCanBeReadAgain() {
    make(bot("desk", "en")).statusCode(201).body(not(containsString("xoxb")));
    make(hook("hook")).statusCode(201).body(not(containsString(SIGNING)));
    when()
        .get("/api/v1/channels")
        .then()
        .body(not(containsString("xoxb")))
        .body(not(containsString(SIGNING)));
    assertThat(stage.rows("SELECT c::text FROM channel c").toString()).doesNotContain(SIGNING);
    assertThat(
            stage.number(
                "SELECT count(*) FROM channel WHERE name = 'hook' AND secret_key = 'test'"))
        .isEqualTo(1);
  }

  @Test
  void theConfiguredChannelIsReadOnly() {
    when()
        .delete("/api/v1/channels/default")
        .then()
        .statusCode(409)
        .body("type", containsString("channel-of-configuration"));
    given()
        .contentType("application/json")
        .body(Map.of("language", "zh"))
        .put("/api/v1/channels/default")
        .then()
        .statusCode(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|{\"name\":\"Desk!\",\"kind\":\"email\"}",
        "name|{\"name\":\"default\",\"kind\":\"email\"}",
        "kind|{\"name\":\"a\",\"kind\":\"pigeon\"}",
        "language|{\"name\":\"a\",\"kind\":\"email\",\"language\":\"fr\"}",
        "recipients|{\"name\":\"a\",\"kind\":\"email\",\"recipients\":[]}",
        "recipients|{\"name\":\"a\",\"kind\":\"email\",\"recipients\":[\"a@b.c\\nBcc: x@y.z\"]}",
        "url|{\"name\":\"a\",\"kind\":\"email\",\"url\":\"https://x\",\"recipients\":[\"a@b.c\"]}",
        "url|{\"name\":\"a\",\"kind\":\"webhook\",\"url\":\"https://evil.example/\",\"secret\":\"0123456789abcdef\"}",
        "url|{\"name\":\"a\",\"kind\":\"webhook\",\"url\":\"https://169.254.169.254/\",\"secret\":\"0123456789abcdef\"}",
        "secret|{\"name\":\"a\",\"kind\":\"webhook\",\"url\":\"http://127.0.0.1/\",\"secret\":\"short\"}",
        "secret|{\"name\":\"a\",\"kind\":\"slack-bot\",\"channelId\":\"C0DESK01\"}",
        "secret|{\"name\":\"a\",\"kind\":\"slack-webhook\",\"secret\":\"https://evil.example/x\"}",
        "secretRef|{\"name\":\"a\",\"kind\":\"slack-bot\",\"channelId\":\"C0DESK01\",\"secretRef\":\"../x\"}",
        "channelId|{\"name\":\"a\",\"kind\":\"slack-bot\",\"channelId\":\"general\",\"secret\":\"xoxb-000000\"}"
      })
  void whatIsNotValidIsNamed(String field, String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/channels")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].parameter", equalTo(field));
  }

  @Test
  void aKeptSecretDoesNotGoToAnotherAddress() {
    make(hook("hook")).statusCode(201);
    given()
        .contentType("application/json")
        .body(Map.of("url", stubs.url("/elsewhere")))
        .put("/api/v1/channels/hook")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("secret"));
  }

  @Test
  void aBotEditsItsMessageAndTellsChangesInTheThread() {
    make(bot("desk", "zh")).statusCode(201);
    stage.tell(firing(millions("60", "100")));
    await().atMost(Duration.ofSeconds(20)).until(() -> slack.posts().size() == 1);
    SlackPost first = slack.posts().get(0);
    assertThat(first.payload().toString()).contains("云南", "对美出口大幅下降", "上年同期");

    stage.tell(firing(millions("70", "100")));
    await().atMost(Duration.ofSeconds(20)).until(() -> slack.posts().size() == 2);
    assertThat(slack.posts().get(0).edits()).isEqualTo(1);
    assertThat(slack.posts().get(1).thread()).isEqualTo(first.ts());
    assertThat(slack.posts().get(1).payload().toString()).contains("原为−40.0%");
  }

  @Test
  void whatABotIsRefusedForGoodIsParkedAndDueAgainOnceTheChannelIsChanged() {
    make(bot("desk", "en")).statusCode(201);
    slack.failAlways(new SlackFault.NotOk("is_archived"));
    stage.tell(firing(millions("60", "100")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                stage.number(
                        "SELECT count(*) FROM notification WHERE channel = 'desk' AND state = 'failed'"
                            + " AND last_error = 'Slack: is_archived'")
                    == 1);
    slack.heal();
    given()
        .contentType("application/json")
        .body(Map.of("channelId", "C0DESK02"))
        .put("/api/v1/channels/desk")
        .then()
        .statusCode(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> slack.posts().size() == 1);
    assertThat(slack.posts().get(0).channel()).isEqualTo("C0DESK02");
  }

  @Test
  void aWebhookIsSigned() throws Exception {
    make(hook("hook")).statusCode(201);
    stage.tell(firing(millions("60", "100")));
    await().atMost(Duration.ofSeconds(20)).until(() -> stubs.requests("/hook").size() == 1);

    ReceiverStubs.Request request = stubs.requests("/hook").get(0);
    String signature = request.headers().get("tradewind-signature");
    String time = signature.substring(2, signature.indexOf(','));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SIGNING.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
    assertThat(signature)
        .isEqualTo(
            "t="
                + time
                + ",v1="
                + HexFormat.of()
                    .formatHex(mac.doFinal(request.body().getBytes(StandardCharsets.UTF_8))));
    assertThat(Instant.ofEpochSecond(Long.parseLong(time)))
        .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(Duration.ofMinutes(1)));
    assertThat(request.headers()).containsKey("tradewind-delivery");
    assertThat(request.json().path("alerts").path(0).path("region").asText()).isEqualTo("CN-YN");
  }

  @Test
  void eMailComesWithTextAndHtmlAndCorrectionsAnswerTheFirst() throws Exception {
    make(Map.of(
            "name",
            "mail",
            "kind",
            "email",
            "recipients",
            List.of("a@example.org", "b@example.org")))
        .statusCode(201);
    stage.tell(firing(millions("60", "100")));
    awaitMails(2);
    stage.tell(firing(millions("70", "100")));
    awaitMails(4);

    MimeMessage first = mail("US exports fell sharply in Yunnan");
    MimeMessage correction = mail("Correction: US exports");
    assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(first.getHeader("List-Id")).containsExactly("<mail.tradewind.example.org>");
    assertThat(first.getHeader("In-Reply-To")).isNull();
    assertThat(correction.getHeader("In-Reply-To")).containsExactly(first.getMessageID());
    assertThat(correction.getMessageID()).isNotEqualTo(first.getMessageID());
    String raw = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(first);
    assertThat(raw).contains("text/plain", "text/html");
  }

  @Test
  void anAlertmanagerIsToldAgainWhileAnAlertFiresAndOnceMoreWhenItEnds() {
    make(Map.of("name", "am", "kind", "alertmanager", "url", stubs.url("/am"))).statusCode(201);
    stage.tell(firing(millions("60", "100")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> stubs.requests("/am/api/v2/alerts").size() >= 3);
    stage.tell(firing(millions("100", "100")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                stage.number(
                        "SELECT count(*) FROM notification WHERE channel = 'am' AND sent_version = 2")
                    == 1);
    List<ReceiverStubs.Request> requests = stubs.requests("/am/api/v2/alerts");
    assertThat(requests)
        .allSatisfy(
            request ->
                assertThat(dev.tradewind.alerts.AlertmanagerRules.problems(request.json()))
                    .isEmpty());
    Instant end =
        Instant.parse(requests.get(requests.size() - 1).json().path(0).path("endsAt").asText());
    assertThat(end).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void aTestSaysWhatTheReceiverSaidAndNotTooOften() {
    make(bot("desk", "en")).statusCode(201);
    when()
        .post("/api/v1/channels/desk/test")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("delivered"));
    assertThat(slack.posts()).hasSize(1);
    assertThat(slack.posts().get(0).payload().toString()).contains("a test of this channel");
    when().post("/api/v1/channels/desk/test").then().statusCode(429);

    make(bot("other", "en")).statusCode(201);
    slack.failNext(1, new SlackFault.NotOk("not_in_channel"));
    when()
        .post("/api/v1/channels/other/test")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("refused"))
        .body("detail", equalTo("Slack: not_in_channel"));
    when().post("/api/v1/channels/nowhere/test").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // The key is not there any more
        "secret_key = 'lost' | secret_key = 'test'"
            + " | it was sealed with the key 'lost', which is not configured",
        // Or is another one under the same name
        "secret = set_byte(secret, 20, 255 - get_byte(secret, 20))"
            + " | secret = set_byte(secret, 20, 255 - get_byte(secret, 20))"
            + " | the key 'test' does not open it"
      })
  void whileASecretCannotBeOpenedMessagesWaitAndSayWhy(String lose, String find, String reason) {
    // Given a channel that was told, and whose secret cannot be had any more
    make(bot("desk", "en")).statusCode(201);
    stage.tell(firing(millions("60", "100")));
    await().atMost(Duration.ofSeconds(20)).until(() -> slack.posts().size() == 1);
    awaitPosted(2);
    awaitQuiet();
    stage.rows("UPDATE channel SET " + lose + " WHERE name = 'desk'");
    String problem = "its secret cannot be had: " + reason;
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                when()
                    .get("/api/v1/channels/desk")
                    .then()
                    .body("state", equalTo("not-configured"))
                    .body("problem", equalTo(problem)));

    // When there is something to tell
    stage.tell(firing(millions("70", "100")));

    // Then it waits, and says why, and so does a test
    when()
        .get("/api/v1/notifications?channel=desk")
        .then()
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("pending"))
        .body("items[0].desiredVersion", equalTo(2))
        .body("items[0].lastError", equalTo(problem));
    when()
        .post("/api/v1/channels/desk/test")
        .then()
        .statusCode(409)
        .body("type", containsString("channel-not-configured"))
        .body("detail", equalTo("Channel 'desk': " + problem + "."));
    given()
        .contentType("application/json")
        .body(Map.of("channelId", "C0DESK02"))
        .put("/api/v1/channels/desk")
        .then()
        .statusCode(409)
        .body("type", containsString("secret-lost"))
        .body("detail", containsString(reason));
    // Others go on
    awaitPosted(3);
    assertThat(slack.posts()).hasSize(1);

    // When it is there again
    stage.rows("UPDATE channel SET " + find + " WHERE name = 'desk'");
    // Then the difference is told, once
    awaitQuiet();
    assertThat(slack.posts()).hasSize(2);
    assertThat(slack.posts().get(0).edits()).isEqualTo(1);
    assertThat(slack.posts().get(1).payload().toString()).contains("was −40.0 %");
    when()
        .get("/api/v1/channels/desk")
        .then()
        .body("state", equalTo("active"))
        .body("problem", nullValue());
  }

  @Test
  void aSecretThatIsGivenAgainReplacesTheLostOne() {
    make(bot("desk", "en")).statusCode(201);
    stage.rows("UPDATE channel SET secret_key = 'lost' WHERE name = 'desk'");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                when()
                    .get("/api/v1/channels/desk")
                    .path("state")
                    .toString()
                    .equals("not-configured"));
    stage.tell(firing(millions("60", "100")));
    given()
        .contentType("application/json")
        .body(Map.of("channelId", "C0DESK01", "secret", SlackStub.botToken()))
        .put("/api/v1/channels/desk")
        .then()
        .statusCode(200)
        .body("state", equalTo("active"));
    await().atMost(Duration.ofSeconds(20)).until(() -> slack.posts().size() == 1);
  }

  @Test
  void aChannelThatIsMadeLaterIsToldOnceOfWhatFires() {
    // Given an alert of July that is over, and one of August
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-HN", millions("60", "100"))).newest(JULY));
    stage.tell(
        ToldChange.published()
            .slice(AUGUST, Map.of("CN-YN", millions("60", "100")))
            .newest(AUGUST));
    awaitPosted(2);
    awaitQuiet();
    // When
    make(bot("desk", "en")).statusCode(201);
    // Then it is told of August, once, and nobody else of anything
    awaitQuiet();
    assertThat(slack.posts()).hasSize(1);
    assertThat(slack.posts().get(0).payload().path("text").asText())
        .startsWith("US exports fell sharply in Yunnan — January–August 2025");
    assertThat(slack.posted()).hasSize(3);
    assertThat(stage.number("SELECT count(*) FROM notification WHERE channel = 'desk'")).isOne();

    // When it ends, and is made anew
    when().delete("/api/v1/channels/desk").then().statusCode(204);
    make(bot("desk", "en")).statusCode(201);
    // Then whoever reads it now is told, too
    awaitQuiet();
    assertThat(slack.posts()).hasSize(2);
    assertThat(slack.posts().get(1).payload().path("text").asText())
        .startsWith("US exports fell sharply in Yunnan — January–August 2025");
    assertThat(slack.posts().get(0).edits()).isZero();

    // And corrections reach it like anybody
    stage.tell(firing(millions("70", "100")));
    awaitQuiet();
    assertThat(slack.posts().get(1).edits()).isEqualTo(1);
  }

  @Test
  void aChannelThatIsMadeLaterHearsOfWhatIsSilencedWhenTheSilenceEnds() {
    // Given one alert that is over, and one that is silenced
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("60", "100"))).newest(JULY));
    stage.tell(
        ToldChange.published()
            .slice(AUGUST, Map.of("CN-HN", millions("60", "100")))
            .newest(AUGUST));
    awaitPosted(2);
    int silence =
        given()
            .contentType("application/json")
            .body(
                Map.of(
                    "matchers",
                    List.of("region=CN-HN"),
                    "endsAt",
                    Instant.now().plusSeconds(3600).toString(),
                    "comment",
                    "known"))
            .post("/api/v1/silences")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    // When
    make(bot("desk", "en")).statusCode(201);
    // Then
    awaitQuiet();
    assertThat(slack.posts()).isEmpty();
    when().get("/api/v1/notifications?channel=desk").then().body("items.state", contains("held"));
    when().delete("/api/v1/silences/" + silence).then().statusCode(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> slack.posts().size() == 1);
    assertThat(slack.posts().get(0).payload().path("text").asText())
        .startsWith("US exports fell sharply in Hunan");
  }

  @Test
  void aChannelThatIsMadeLaterIsNotToldOfWhatIsOver() {
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("60", "100"))).newest(JULY));
    stage.tell(firing(millions("99", "100")));
    awaitPosted(2);
    make(bot("desk", "en")).statusCode(201);
    awaitQuiet();
    assertThat(slack.posts()).isEmpty();
    assertThat(stage.number("SELECT count(*) FROM notification WHERE channel = 'desk'")).isZero();
  }

  @Test
  void aPreviewShowsAMessageWithoutSendingIt() {
    when()
        .get("/api/v1/channels/preview?kind=slack-bot&language=zh")
        .then()
        .statusCode(200)
        .body("source", equalTo("sample"))
        .body("message.text", containsString("对美出口"));
    for (String kind : List.of("slack-webhook", "webhook", "email", "alertmanager")) {
      when().get("/api/v1/channels/preview?kind=" + kind).then().statusCode(200);
    }
    stage.tell(firing(millions("60", "100")));
    awaitPosted(1);
    awaitQuiet();
    when()
        .get("/api/v1/channels/preview?kind=email")
        .then()
        .body("source", startsWith("notification"))
        .body("message.subject", containsString("Yunnan"));
    assertThat(slack.posted()).hasSize(1);
    when().get("/api/v1/channels/preview?kind=pigeon").then().statusCode(400);
    when().get("/api/v1/channels/preview?language=fr").then().statusCode(400);
    when().get("/api/v1/channels/preview?notification=99999999").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "alerts, fell sharply",
    "all-clear, All clear",
    "overdue, overdue",
    "digest, Digest",
    "test, test"
  })
  void aPreviewOfEveryKindOfMessageIsASampleWhereThereIsNone(String messageKind, String title) {
    for (String kind : List.of("slack-webhook", "slack-bot", "webhook", "email")) {
      when()
          .get("/api/v1/channels/preview?kind=" + kind + "&messageKind=" + messageKind)
          .then()
          .statusCode(200)
          .body("kind", equalTo(kind))
          .body("messageKind", equalTo(messageKind))
          .body("source", equalTo("sample"))
          .body("message.toString()", containsString(title));
    }
  }

  @Test
  void aPreviewShowsNoticesToo() {
    // Given routing that asks for notices, and a release without an alert, then one with
    write(
            "routing",
            """
            {"version": 0, "owner": "desk@example.org",
             "notices": {"allClear": {"receivers": ["default"]}},
             "digests": [{"name": "release", "receivers": ["default"]}]}
            """)
        .statusCode(200);
    stage.tell(
        ToldChange.published().slice(JULY, Map.of("CN-YN", millions("99", "100"))).newest(JULY));
    awaitPosted(2);
    stage.tell(firing(millions("60", "100")));
    awaitPosted(4);
    awaitQuiet();
    // Then the newest of a kind is shown, or the one that is asked for
    when()
        .get("/api/v1/channels/preview?kind=email&messageKind=all-clear")
        .then()
        .body("source", startsWith("notification"))
        .body("message.subject", startsWith("All clear"))
        .body("message.text", containsString("desk@example.org"))
        .body("message.text", containsString("July 2025"));
    when()
        .get("/api/v1/channels/preview?kind=email&language=zh&messageKind=digest")
        .then()
        .body("source", startsWith("notification"))
        .body("message.text", containsString("2025年1—8月"));
    long allClear = stage.number("SELECT id FROM notification WHERE kind = 'all-clear'");
    when()
        .get("/api/v1/channels/preview?kind=email&notification=" + allClear)
        .then()
        .body("messageKind", equalTo("all-clear"))
        .body("message.subject", startsWith("All clear"));
    when()
        .get("/api/v1/channels/preview?messageKind=digest&notification=" + allClear)
        .then()
        .statusCode(404);
    when().get("/api/v1/channels/preview?kind=email").then().body("messageKind", equalTo("alerts"));
    // A digest is no alert of an Alertmanager
    when()
        .get("/api/v1/channels/preview?kind=alertmanager&messageKind=digest")
        .then()
        .body("message.firing", hasSize(0));
    when()
        .get("/api/v1/channels/preview?messageKind=letter")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("messageKind"));
    assertThat(slack.posted()).hasSize(4);
  }

  @Test
  void whatWaitsForAChannelThatEndsIsNotSent() {
    make(bot("desk", "en")).statusCode(201);
    slack.failAlways(new SlackFault.Refused(503, ""));
    stage.tell(firing(millions("60", "100")));
    when().delete("/api/v1/channels/desk").then().statusCode(204);
    slack.heal();
    awaitPosted(1);
    awaitQuiet();
    assertThat(slack.posts()).isEmpty();
    when()
        .get("/api/v1/channels")
        .then()
        .body("items", hasSize(1))
        .body("items.name", hasItem("default"));
  }

  @Test
  void aChannelEndsWhileAMessageIsOnItsWayAndIsAskedToWait() throws Exception {
    // Given a message that cannot go out
    make(bot("desk", "en")).statusCode(201);
    slack.failAlways(new SlackFault.Refused(503, ""));
    stage.tell(firing(millions("60", "100")));
    ExecutorService operator = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> ended =
          transactions.run(
              sending -> {
                // When it is being sent, and the channel ends
                sending.query(
                    "SELECT id FROM notification WHERE channel = 'desk' FOR UPDATE", Tuple.tuple());
                Future<Integer> end =
                    operator.submit(() -> when().delete("/api/v1/channels/desk").statusCode());
                await()
                    .until(
                        () -> stage.number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
                // and the receiver asks for patience
                sending.update(
                    "UPDATE channel SET not_before = now() + interval '1 minute' WHERE name = 'desk'",
                    Tuple.tuple());
                return end;
              });
      // Then nobody waits for the other
      assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(204);
    } finally {
      operator.shutdownNow();
    }
    assertThat(stage.text("SELECT state FROM notification WHERE channel = 'desk'"))
        .isEqualTo("no-channel");
  }

  /** Each recipient's copy counts. */
  private void awaitMails(int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> stubs.mail().getReceivedMessages().length >= count);
  }

  private MimeMessage mail(String subject) throws Exception {
    for (MimeMessage message : stubs.mail().getReceivedMessages()) {
      if (message.getSubject().startsWith(subject)) {
        return message;
      }
    }
    throw new AssertionError("no mail about " + subject);
  }

  private static ToldChange firing(Figures figures) {
    return ToldChange.published().slice(AUGUST, Map.of("CN-YN", figures)).newest(AUGUST);
  }

  private static ValidatableResponse make(Map<String, Object> channel) {
    return given().contentType("application/json").body(channel).post("/api/v1/channels").then();
  }

  private static ValidatableResponse write(String path, String body) {
    return given().contentType("application/json").body(body).put("/api/v1/" + path).then();
  }

  private static Map<String, Object> bot(String name, String language) {
    return Map.of(
        "name",
        name,
        "kind",
        "slack-bot",
        "language",
        language,
        "channelId",
        "C0DESK01",
        "secret",
        SlackStub.botToken());
  }

  private Map<String, Object> hook(String name) {
    return Map.of("name", name, "kind", "webhook", "url", stubs.url("/hook"), "secret", SIGNING);
  }
}
