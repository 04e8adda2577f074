package dev.tradewind.alerts.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.alerts.channel.ChannelSettings;
import dev.tradewind.alerts.channel.ChannelSpec;
import dev.tradewind.alerts.channel.IllegalSettingException;
import dev.tradewind.alerts.channel.ReceiverKind;
import dev.tradewind.alerts.document.Documents;
import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Parcel;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Slack with the token of a bot: one message for each group, edited in place, and each change told
 * in its thread; new alerts are shown in the channel as well, since nobody watches threads.
 */
@Singleton
class SlackBotKind implements ReceiverKind {
  private static final Pattern TOKEN = Pattern.compile("xox[a-z]-[A-Za-z0-9-]{6,300}");
  private static final Pattern CHANNEL = Pattern.compile("[CGD][A-Z0-9]{5,20}");

  private final SlackMessages messages;
  private final Target api;
  private final Outbound outbound;

  SlackBotKind(SlackConfig config, Outbound outbound) {
    this.messages = new SlackMessages(config.publicUrl());
    this.outbound = outbound;
    try {
      this.api = Hosts.ofSlack(config.allowedHosts()).check(config.apiUrl());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("tradewind.slack.api-url " + e.getMessage());
    }
  }

  @Override
  public String id() {
    return "slack-bot";
  }

  @Override
  public Set<String> fields() {
    return Set.of("channelId");
  }

  @Override
  public boolean needsSecret() {
    return true;
  }

  @Override
  public void check(ChannelSettings settings, @Nullable Secret secret) {
    if (settings.channelId() == null || !CHANNEL.matcher(settings.channelId()).matches()) {
      throw new IllegalSettingException(
          "channelId", "use the id at the end of the channel's 'About', such as C0123456789.");
    }
    if (secret == null || !TOKEN.matcher(secret.reveal()).matches()) {
      throw new IllegalSettingException(
          "secret", "use a bot token with the scope chat:write; it begins with xoxb-.");
    }
  }

  @Override
  public String host(ChannelSettings settings, @Nullable Secret secret) {
    return api.host();
  }

  @Override
  public JsonNode write(Letter letter, String channel, Language language) {
    return messages.write(letter, language).json();
  }

  @Override
  public Parcel parcel(
      String id, Letter letter, String channel, Language language, @Nullable String ts) {
    if (ts == null || !(letter instanceof Draft draft) || draft.told() == null) {
      return new Parcel(id, write(letter, channel, language), ts);
    }
    ObjectNode thread = messages.write(letter, language).json();
    Draft.Reason reason = draft.reason();
    if (reason == Draft.Reason.NEW_MEMBERS || reason == Draft.Reason.REPEAT) {
      thread.put("reply_broadcast", true);
    }
    return new Parcel(
        id,
        messages.write(Documents.edited(draft, language)).json(),
        thread,
        messages.write(Documents.anew(draft, language)).json(),
        ts);
  }

  @Override
  public Delivery delivery(ChannelSpec channel) {
    return new BotDelivery(
        outbound,
        api,
        Objects.requireNonNull(channel.secret(), "checked before"),
        Objects.requireNonNull(channel.settings().channelId(), "checked before"),
        Clock.systemUTC());
  }
}
