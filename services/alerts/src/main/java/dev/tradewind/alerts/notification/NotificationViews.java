package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.store.StoredJson;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of messages as the API shows them. */
@ApplicationScoped
class NotificationViews {
  /** Read by {@link #view}, in this order. */
  static final String COLUMNS =
      """
      id, kind, channel, group_key, period, state, desired_version, sent_version, attempts, last_error, desired_at,
      next_attempt_at, quiet_until, sent_at, submission, held::text, payload::text, sent::text, desired::text, reminder,
      """
          + Outbox.ACKNOWLEDGED;

  private final Receivers receivers;

  NotificationViews(Receivers receivers) {
    this.receivers = receivers;
  }

  NotificationView view(Row row) {
    String state = row.getString(5);
    Map<String, String> held = new TreeMap<>();
    Notifications.heldOf(row.getString(15))
        .forEach((incident, why) -> held.put(incident.toString(), why));
    return new NotificationView(
        row.getLong(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        state,
        row.getInteger(6),
        row.getInteger(7),
        row.getInteger(8),
        error(row, state),
        instant(row.getOffsetDateTime(10)),
        state.equals("pending") ? instant(row.getOffsetDateTime(11)) : null,
        instant(row.getOffsetDateTime(12)),
        instant(row.getOffsetDateTime(13)),
        row.getUUID(14),
        held,
        payload(row, state),
        null);
  }

  /** What went wrong last; for what waits for a channel that cannot be used, why that is so. */
  private @Nullable String error(Row row, String state) {
    Receiver receiver = receivers.receiver(row.getString(2));
    return state.equals("pending") && receiver != null && !receiver.configured()
        ? receiver.problem()
        : row.getString(9);
  }

  static DeliveryView delivery(Row row) {
    return new DeliveryView(
        row.getInteger(0),
        row.getOffsetDateTime(1).toInstant(),
        row.getString(2),
        row.getString(3),
        row.getString(4));
  }

  /** What was sent; for what is still to be sent, what it would be. */
  private @Nullable JsonNode payload(Row row, String state) {
    String stored = row.getString(16);
    if (state.equals("sent") && stored != null) {
      return StoredJson.read(stored, JsonNode.class);
    }
    Receiver receiver = receivers.receiver(row.getString(2));
    if (receiver == null) {
      return null;
    }
    Letter letter = letter(row);
    return letter.known() ? null : receiver.payload(letter);
  }

  private static Letter letter(Row row) {
    return Outbox.letter(
        row.getString(1),
        row.getString(17),
        row.getString(18),
        row.getString(15),
        row.getBoolean(19),
        row.getArrayOfLongs(20));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
