package dev.tradewind.alerts.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Receiver;
import dev.tradewind.alerts.outbound.Hosts;
import dev.tradewind.alerts.outbound.Outbound;
import dev.tradewind.alerts.outbound.Target;
import dev.tradewind.alerts.slack.message.SlackMessages;
import dev.tradewind.alerts.wording.Language;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The default channel: the configured incoming webhook, if there is one. */
@Singleton
class SlackWebhook implements Receiver {
  private static final String CHANNEL = "default";
  private static final int FINGERPRINT_BYTES = 8;

  private final SlackMessages messages;
  private final Language language;
  private final Outbound outbound;
  private final @Nullable Target target;
  private final String fingerprint;

  SlackWebhook(SlackConfig config, Outbound outbound) {
    String url = config.webhookUrl().filter(text -> !text.isBlank()).orElse(null);
    this.messages = new SlackMessages(config.publicUrl());
    this.language = config.language();
    this.outbound = outbound;
    this.target = url == null ? null : target(url, config);
    this.fingerprint = url == null ? "" : fingerprint(url.strip());
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
    return target == null ? "" : target.host();
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public @Nullable String problem() {
    return target == null ? "tradewind.slack.webhook-url is not set" : null;
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public JsonNode payload(Letter letter) {
    return messages.write(letter, language).json();
  }

  @Override
  public Delivery delivery() {
    return target == null
        ? parcel -> Uni.createFrom().item(new Outcome.Postponed(null, false, "no webhook is set"))
        : new WebhookDelivery(outbound, target, Clock.systemUTC());
  }

  private static Target target(String url, SlackConfig config) {
    try {
      return Hosts.ofSlack(config.allowedHosts()).check(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("tradewind.slack.webhook-url " + e.getMessage());
    }
  }

  /** Changes with the address, and tells nothing of it: the address is long and random. */
  static String fingerprint(String url) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
