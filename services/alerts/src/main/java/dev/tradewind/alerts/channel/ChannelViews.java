package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.notification.Receiver;
import dev.tradewind.alerts.notification.Receivers;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Channels with what became of their messages. */
@ApplicationScoped
class ChannelViews {
  private static final String SELECT =
      """
      SELECT c.name, c.kind, c.language, c.origin, c.settings::text, c.secret IS NOT NULL, c.secret_ref, c.not_before,
             count(n.id) FILTER (WHERE n.state = 'pending'), count(n.id) FILTER (WHERE n.state = 'failed'),
             max(n.sent_at)
      FROM channel c LEFT JOIN notification n ON n.channel = c.name
      WHERE c.deleted_at IS NULL AND ($1::text IS NULL OR c.name = $1)
      GROUP BY c.name ORDER BY c.name
      """;

  private final Receivers receivers;

  ChannelViews(Receivers receivers) {
    this.receivers = receivers;
  }

  /** All, or that one. */
  List<ChannelView> find(Transaction transaction, @Nullable String name) {
    return transaction.query(SELECT, Tuple.tuple().addString(name)).stream()
        .map(this::view)
        .toList();
  }

  private ChannelView view(Row row) {
    String name = row.getString(0);
    Receiver receiver = receivers.receiver(name);
    ChannelSettings settings = StoredJson.read(row.getString(4), ChannelSettings.class);
    boolean ofConfiguration = row.getString(3).equals("configuration");
    Instant notBefore = row.getOffsetDateTime(7).toInstant();
    boolean configured = receiver != null && receiver.configured();
    boolean waiting = configured && notBefore.isAfter(Instant.now());
    return new ChannelView(
        name,
        row.getString(1),
        ofConfiguration && receiver != null ? receiver.language().id() : row.getString(2),
        row.getString(3),
        receiver == null ? "" : receiver.host(),
        settings.channelId(),
        settings.recipients(),
        settings.username(),
        ofConfiguration
            ? configured ? "configuration" : "none"
            : row.getString(6) != null ? "file" : row.getBoolean(5) ? "stored" : "none",
        row.getString(6),
        !configured ? "not-configured" : waiting ? "waiting" : "active",
        configured ? null : problem(receiver),
        waiting ? notBefore : null,
        row.getLong(8),
        row.getLong(9),
        instant(row.getOffsetDateTime(10)));
  }

  private static @Nullable String problem(@Nullable Receiver receiver) {
    return receiver == null
        ? "this version does not know its kind, or it is no longer configured"
        : receiver.problem();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
