package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.secret.Secret;
import dev.tradewind.alerts.wording.Language;
import org.jspecify.annotations.Nullable;

/**
 * A channel as its kind needs it.
 *
 * @param name of the channel
 * @param language of its messages
 * @param settings checked by the kind
 * @param secret null if the kind does without
 */
public record ChannelSpec(
    String name, Language language, ChannelSettings settings, @Nullable Secret secret) {}
