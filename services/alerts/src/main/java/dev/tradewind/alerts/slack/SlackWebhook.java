package dev.tradewind.alerts.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.NotificationConfig;
import dev.tradewind.alerts.notification.Receiver;
import dev.tradewind.alerts.slack.message.SlackMessages;
import dev.tradewind.alerts.wording.Language;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The default channel: the configured incoming webhook, if there is one. */
@Singleton
class SlackWebhook implements Receiver {
  private static final String CHANNEL = "default";

  private final SlackMessages messages;
  private final @Nullable WebhookUrl url;
  private final HttpClient client;
  private final NotificationConfig notifications;

  SlackWebhook(SlackConfig config, NotificationConfig notifications, Vertx vertx) {
    this.messages = new SlackMessages(config.publicUrl());
    this.url =
        config
            .webhookUrl()
            .filter(text -> !text.isBlank())
            .map(text -> WebhookUrl.parse(text, config.allowedHosts()))
            .orElse(null);
    this.notifications = notifications;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(notifications.timeout().toMillis()))
                // An idle connection that Slack has closed meanwhile must not cost an attempt.
                .setKeepAliveTimeout(10));
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public String kind() {
    return "slack-webhook";
  }

  @Override
  public String host() {
    return url == null ? "" : url.host();
  }

  @Override
  public String fingerprint() {
    return url == null ? "" : url.fingerprint();
  }

  @Override
  public Language language() {
    return Language.EN;
  }

  @Override
  public JsonNode payload(Letter letter) {
    return messages.write(letter).json();
  }

  @Override
  public Delivery delivery() {
    return url == null
        ? parcel -> Uni.createFrom().failure(new IllegalStateException("no webhook"))
        : new WebhookDelivery(client, url, notifications.timeout(), Clock.systemUTC());
  }

  @PreDestroy
  void close() {
    client.close().onFailure(failure -> {});
  }
}
