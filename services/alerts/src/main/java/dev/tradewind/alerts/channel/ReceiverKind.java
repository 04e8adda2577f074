package dev.tradewind.alerts.channel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Parcel;
import dev.tradewind.alerts.secret.Secret;
import dev.tradewind.alerts.wording.Language;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One sort of channel: what it needs, what it writes, and how that gets there. */
public interface ReceiverKind {
  /** The name in the API, such as {@code slack-bot}. */
  String id();

  /** The fields of {@link ChannelSettings} that it takes; all others must be absent. */
  Set<String> fields();

  /** Whether it needs a secret. */
  boolean needsSecret();

  /**
   * Passes settings that can work.
   *
   * @throws IllegalSettingException naming the field; it holds nothing of the secret
   */
  void check(ChannelSettings settings, @Nullable Secret secret);

  /** Where it is, as far as that is no secret: a host, or an address of e-mail. */
  String host(ChannelSettings settings, @Nullable Secret secret);

  /**
   * The message for a letter that has something to say: a pure function.
   *
   * @param channel its name
   */
  JsonNode write(Letter letter, String channel, Language language);

  /** What to hand over; see {@code Receiver}. */
  default Parcel parcel(
      String id, Letter letter, String channel, Language language, @Nullable String ts) {
    return new Parcel(id, write(letter, channel, language), ts);
  }

  /** The bare way to a channel that passed {@link #check}. */
  Delivery delivery(ChannelSpec channel);

  /** Why nothing can be sent by this kind in this installation; null if it can. */
  default @Nullable String problem() {
    return null;
  }
}
