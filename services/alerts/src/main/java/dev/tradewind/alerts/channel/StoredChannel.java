package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.secret.Sealed;
import dev.tradewind.alerts.wording.Language;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A channel as stored.
 *
 * @param configured whether it comes from the configuration, and is read-only
 * @param sealed its secret, if it is in the database
 * @param secretRef the file of its secret, if it is in one
 */
record StoredChannel(
    String name,
    String kind,
    boolean configured,
    Language language,
    ChannelSettings settings,
    @Nullable Sealed sealed,
    @Nullable String secretRef,
    OffsetDateTime updatedAt) {}
