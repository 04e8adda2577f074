package dev.tradewind.alerts.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.channel.ChannelSettings;
import dev.tradewind.alerts.channel.ChannelSpec;
import dev.tradewind.alerts.channel.IllegalSettingException;
import dev.tradewind.alerts.channel.ReceiverKind;
import dev.tradewind.alerts.document.Links;
import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.outbound.Hosts;
import dev.tradewind.alerts.outbound.Outbound;
import dev.tradewind.alerts.outbound.OutboundConfig;
import dev.tradewind.alerts.outbound.Target;
import dev.tradewind.alerts.secret.Secret;
import dev.tradewind.alerts.wording.Language;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A signed webhook to anybody's program. */
@Singleton
class WebhookKind implements ReceiverKind {
  private static final int SHORTEST_SECRET = 16;

  private final Hosts hosts;
  private final Outbound outbound;
  private final WebhookBody body;

  WebhookKind(
      OutboundConfig config,
      Outbound outbound,
      @ConfigProperty(name = "tradewind.public-url", defaultValue = "http://localhost:8080")
          URI publicUrl) {
    this.hosts = Hosts.of(config);
    this.outbound = outbound;
    this.body = new WebhookBody(new Links(publicUrl));
  }

  @Override
  public String id() {
    return "webhook";
  }

  @Override
  public Set<String> fields() {
    return Set.of("url");
  }

  @Override
  public boolean needsSecret() {
    return true;
  }

  @Override
  public void check(ChannelSettings settings, @Nullable Secret secret) {
    target(settings);
    if (secret == null || secret.reveal().length() < SHORTEST_SECRET) {
      throw new IllegalSettingException(
          "secret", "sign with at least " + SHORTEST_SECRET + " characters.");
    }
  }

  @Override
  public String host(ChannelSettings settings, @Nullable Secret secret) {
    return target(settings).host();
  }

  @Override
  public JsonNode write(Letter letter, String channel, Language language) {
    return body.of(letter, channel, language);
  }

  @Override
  public Delivery delivery(ChannelSpec channel) {
    return new WebhookDelivery(
        outbound,
        target(channel.settings()),
        Objects.requireNonNull(channel.secret(), "checked before"),
        Clock.systemUTC());
  }

  private Target target(ChannelSettings settings) {
    if (settings.url() == null) {
      throw new IllegalSettingException("url", "a webhook needs one.");
    }
    try {
      return hosts.check(settings.url());
    } catch (IllegalArgumentException e) {
      throw new IllegalSettingException("url", String.valueOf(e.getMessage()));
    }
  }
}
