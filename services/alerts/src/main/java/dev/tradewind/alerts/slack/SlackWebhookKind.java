package dev.tradewind.alerts.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.channel.ChannelSettings;
import dev.tradewind.alerts.channel.ChannelSpec;
import dev.tradewind.alerts.channel.IllegalSettingException;
import dev.tradewind.alerts.channel.ReceiverKind;
import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.outbound.Hosts;
import dev.tradewind.alerts.outbound.Outbound;
import dev.tradewind.alerts.outbound.Target;
import dev.tradewind.alerts.secret.Secret;
import dev.tradewind.alerts.slack.message.SlackMessages;
import dev.tradewind.alerts.wording.Language;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Incoming webhooks of Slack. The address is the secret: whoever knows it can write to the channel.
 * They cannot edit, so later messages say what changed.
 */
@Singleton
class SlackWebhookKind implements ReceiverKind {
  private final SlackMessages messages;
  private final Hosts hosts;
  private final Outbound outbound;

  SlackWebhookKind(SlackConfig config, Outbound outbound) {
    this.messages = new SlackMessages(config.publicUrl());
    this.hosts = Hosts.ofSlack(config.allowedHosts());
    this.outbound = outbound;
  }

  @Override
  public String id() {
    return "slack-webhook";
  }

  @Override
  public Set<String> fields() {
    return Set.of();
  }

  @Override
  public boolean needsSecret() {
    return true;
  }

  @Override
  public void check(ChannelSettings settings, @Nullable Secret secret) {
    target(secret);
  }

  @Override
  public String host(ChannelSettings settings, @Nullable Secret secret) {
    return target(secret).host();
  }

  @Override
  public JsonNode write(Letter letter, String channel, Language language) {
    return messages.write(letter, language).json();
  }

  @Override
  public Delivery delivery(ChannelSpec channel) {
    return new WebhookDelivery(outbound, target(channel.secret()), Clock.systemUTC());
  }

  private Target target(@Nullable Secret secret) {
    try {
      return hosts.check(Objects.requireNonNull(secret, "checked before").reveal());
    } catch (IllegalArgumentException e) {
      throw new IllegalSettingException("secret", String.valueOf(e.getMessage()));
    }
  }
}
