package dev.tradewind.alerts.alertmanager;

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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Prometheus' Alertmanager, by its API v2. */
@Singleton
class AlertmanagerKind implements ReceiverKind {
  static final String ID = "alertmanager";

  private final Hosts hosts;
  private final Outbound outbound;
  private final AlertmanagerConfig config;
  private final AlertmanagerAlerts alerts;

  AlertmanagerKind(
      OutboundConfig outboundConfig,
      Outbound outbound,
      AlertmanagerConfig config,
      @ConfigProperty(name = "tradewind.public-url", defaultValue = "http://localhost:8080")
          URI publicUrl) {
    this.hosts = Hosts.of(outboundConfig);
    this.outbound = outbound;
    this.config = config;
    this.alerts = new AlertmanagerAlerts(new Links(publicUrl));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Set<String> fields() {
    return Set.of("url", "username");
  }

  @Override
  public boolean needsSecret() {
    return false;
  }

  @Override
  public void check(ChannelSettings settings, @Nullable Secret secret) {
    target(settings);
    if (settings.username() != null
        && (secret == null || settings.username().contains(":"))) {
      throw new IllegalSettingException(
          "username", "it needs a password as secret, and must not hold a colon.");
    }
  }

  @Override
  public String host(ChannelSettings settings, @Nullable Secret secret) {
    return target(settings).host();
  }

  @Override
  public JsonNode write(Letter letter, String channel, Language language) {
    return alerts.payload(letter, channel, language);
  }

  @Override
  public Delivery delivery(ChannelSpec channel) {
    return new AlertmanagerDelivery(
        outbound,
        target(channel.settings()).resolve("/api/v2/alerts"),
        authorization(channel.settings().username(), channel.secret()),
        config.resolveTimeout(),
        Clock.systemUTC());
  }

  private static @Nullable String authorization(
      @Nullable String username, @Nullable Secret secret) {
    if (secret == null) {
      return null;
    }
    return username == null
        ? "Bearer " + secret.reveal()
        : "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (username + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8));
  }

  private Target target(ChannelSettings settings) {
    String url = settings.url();
    if (url == null || url.contains("?")) {
      throw new IllegalSettingException(
          "url", "use what /api/v2/alerts is below, such as https://alertmanager.example.org.");
    }
    try {
      return hosts.check(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalSettingException("url", String.valueOf(e.getMessage()));
    }
  }
}
