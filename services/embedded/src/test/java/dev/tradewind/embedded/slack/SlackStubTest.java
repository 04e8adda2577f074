package dev.tradewind.embedded.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackStubTest {
  private static final String HELLO = "{\"text\":\"hello\"}";

  private static final String TO_DESK = "{\"channel\":\"C0DESK01\"";

  private final HttpClient client = HttpClient.newHttpClient();
  private final SlackStub slack = SlackStub.start();

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void postsAGoodMessage() throws Exception {
    // When
    HttpResponse<String> response = post(slack.webhookUrl(), "application/json", HELLO);

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("ok");
    assertThat(slack.posted()).singleElement().extracting(SlackRequest::body).isEqualTo(HELLO);
  }

  @Test
  void recordsWhatItRefusesWithTheReason() throws Exception {
    // When
    HttpResponse<String> response = post(slack.webhookUrl(), "application/json", "{\"text\":");

    // Then
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("invalid_payload");
    assertThat(slack.posted()).isEmpty();
    assertThat(slack.requests()).singleElement().extracting(SlackRequest::status).isEqualTo(400);
  }

  @Test
  void refusesOtherContentTypes() throws Exception {
    assertThat(post(slack.webhookUrl(), "text/plain", HELLO).body()).isEqualTo("invalid_payload");
  }

  @Test
  void knowsOnlyItsOwnWebhook() throws Exception {
    HttpResponse<String> response =
        post(slack.webhookUrl().resolve("/services/other"), "application/json", HELLO);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("no_service");
  }

  @Test
  void refusesBodiesWithoutMeasure() throws Exception {
    String body = "{\"text\":\"hi\",\"x\":\"" + "a".repeat(SlackStub.BODY) + "\"}";
    assertThat(post(slack.webhookUrl(), "application/json", body).statusCode()).isEqualTo(413);
  }

  @Test
  void limitsTheRateOnDemandAndThenRecovers() throws Exception {
    // Given
    slack.failNext(1, new SlackFault.RateLimited(30));

    // When
    HttpResponse<String> limited = post(slack.webhookUrl(), "application/json", HELLO);
    HttpResponse<String> later = post(slack.webhookUrl(), "application/json", HELLO);

    // Then
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).contains("30");
    assertThat(later.statusCode()).isEqualTo(200);
    assertThat(slack.requests()).hasSize(2);
    assertThat(slack.posted()).hasSize(1);
  }

  @Test
  void refusesOnDemandUntilHealed() throws Exception {
    // Given
    slack.failAlways(new SlackFault.Refused(410, "channel_is_archived"));
    assertThat(post(slack.webhookUrl(), "application/json", HELLO).statusCode()).isEqualTo(410);
    assertThat(post(slack.webhookUrl(), "application/json", HELLO).statusCode()).isEqualTo(410);

    // When
    slack.heal();

    // Then
    assertThat(post(slack.webhookUrl(), "application/json", HELLO).statusCode()).isEqualTo(200);
  }

  @Test
  void cutsTheConnectionBeforeTheMessageIsPosted() {
    // Given
    slack.failNext(1, new SlackFault.ConnectionCut());

    // Then
    assertThatThrownBy(() -> post(slack.webhookUrl(), "application/json", HELLO))
        .isInstanceOf(IOException.class);
    assertThat(slack.requests()).hasSize(1);
    assertThat(slack.posted()).isEmpty();
  }

  @Test
  void losesTheAnswerAfterTheMessageIsPosted() {
    // Given
    slack.failNext(1, new SlackFault.AnswerLost());

    // Then
    assertThatThrownBy(() -> post(slack.webhookUrl(), "application/json", HELLO))
        .isInstanceOf(IOException.class);
    assertThat(slack.posted()).hasSize(1);
  }

  @Test
  void answersLateOnDemand() {
    // Given
    slack.failNext(1, new SlackFault.Slow(Duration.ofSeconds(20)));

    // Then
    assertThatThrownBy(() -> post(slack.webhookUrl(), "application/json", HELLO))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void forgetsOnReset() throws Exception {
    post(slack.webhookUrl(), "application/json", HELLO);
    slack.reset();
    assertThat(slack.requests()).isEmpty();
  }

  @Test
  void aBotPostsEditsAndRepliesWithItsToken() throws Exception {
    // When
    String first = call("chat.postMessage", SlackStub.botToken(), TO_DESK + ",\"text\":\"a\"}");
    String ts = slack.posts().get(0).ts();
    String edit =
        call("chat.update", SlackStub.botToken(), TO_DESK + ",\"text\":\"b\",\"ts\":\"" + ts + "\"}");
    call(
        "chat.postMessage",
        SlackStub.botToken(),
        TO_DESK + ",\"text\":\"c\",\"thread_ts\":\"" + ts + "\"}");

    // Then
    assertThat(first).contains("\"ok\":true", ts);
    assertThat(edit).contains("\"ok\":true", ts);
    assertThat(slack.posts()).hasSize(2);
    assertThat(slack.posts().get(0).payload().path("text").asText()).isEqualTo("b");
    assertThat(slack.posts().get(0).edits()).isEqualTo(1);
    assertThat(slack.posts().get(1).thread()).isEqualTo(ts);
  }

  @Test
  void theWebApiRefusesAsSlackDoes() throws Exception {
    String hello = TO_DESK + ",\"text\":\"a\"}";
    assertThat(call("chat.postMessage", "xoxb-wrong", hello)).contains("invalid_auth");
    assertThat(
            call("chat.postMessage", SlackStub.botToken(), "{\"channel\":\"CNONE1\",\"text\":\"a\"}"))
        .contains("channel_not_found");
    assertThat(call("chat.update", SlackStub.botToken(), TO_DESK + ",\"text\":\"a\",\"ts\":\"1\"}"))
        .contains("message_not_found");
    assertThat(
            call("chat.postMessage", SlackStub.botToken(), TO_DESK + ",\"blocks\":[{\"type\":\"x\"}]}"))
        .contains("invalid_blocks");
    slack.failNext(1, new SlackFault.NotOk("is_archived"));
    assertThat(call("chat.postMessage", SlackStub.botToken(), hello)).contains("is_archived");
    assertThat(slack.posted()).isEmpty();
  }

  @Test
  void aChannelTakesOneMessageASecond() throws Exception {
    slack.pace(Duration.ofSeconds(30));
    String hello = TO_DESK + ",\"text\":\"a\"}";
    assertThat(call("chat.postMessage", SlackStub.botToken(), hello)).contains("\"ok\":true");
    assertThat(call("chat.postMessage", SlackStub.botToken(), hello)).contains("ratelimited");
    assertThat(slack.requests().get(1).status()).isEqualTo(429);
  }

  private String call(String method, String token, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(slack.apiUrl() + "/" + method))
            .timeout(Duration.ofSeconds(2))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> post(URI address, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(2))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
