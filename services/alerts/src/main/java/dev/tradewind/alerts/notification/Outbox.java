package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.route.Timing;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of messages, as the sender works on them. */
final class Outbox {
  /**
   * Marks the next due row as being attempted. The mark is committed before the call, so that one
   * which is left behind tells of a crash; until then it also keeps others away, as the row's lock
   * does.
   */
  private static final String CLAIM =
      """
      WITH due AS (
        SELECT n.id, n.attempting_version FROM notification n JOIN channel c ON c.name = n.channel
        WHERE n.state = 'pending' AND n.next_attempt_at <= now() AND n.channel = ANY ($1) AND c.not_before <= now()
          AND (n.attempting_version IS NULL OR n.attempted_at < now() - $2 * interval '1 millisecond')
        ORDER BY n.id LIMIT 1 FOR UPDATE OF n SKIP LOCKED)
      UPDATE notification n
      SET attempts = attempts + 1, attempting_version = desired_version, attempted_at = now()
      FROM due WHERE n.id = due.id RETURNING n.id, due.attempting_version
      """;

  /** Incidents of a message that somebody took on; only a reminder asks for them. */
  static final String ACKNOWLEDGED =
      """
      CASE WHEN reminder THEN ARRAY(
        SELECT i.id FROM jsonb_array_elements(desired -> 'members') m JOIN incident i ON i.id = (m ->> 'incident')::bigint
        WHERE i.state = 'acknowledged')
      END
      """;

  private static final String LOCK =
      """
      SELECT id, channel, group_key, desired_version, ts, attempts, kind, sent::text, desired::text, held::text,
             reminder, timing::text, quiet_until IS NOT NULL,
      """
          + ACKNOWLEDGED
          + """
      , submission
      FROM notification
      WHERE id = $1 AND state = 'pending' AND attempting_version IS NOT NULL FOR UPDATE SKIP LOCKED
      """;

  private static final String SENT =
      """
      UPDATE notification
      SET state = 'sent', sent_version = $2, sent = $5::text::jsonb, sent_at = now(), ts = coalesce($3, ts),
          payload = $4::text::jsonb, attempts = 0, attempting_version = NULL, last_error = NULL, quiet_until = NULL,
          reminder = false
      WHERE id = $1
      """;

  private static final String NOTHING_NEW =
      """
      UPDATE notification
      SET state = 'sent', sent_version = $2, attempts = 0, attempting_version = NULL, last_error = NULL,
          quiet_until = NULL, reminder = false
      WHERE id = $1
      """;

  private static final String POSTPONE =
      """
      UPDATE notification
      SET attempting_version = NULL, last_error = $2, quiet_until = NULL,
          next_attempt_at = now() + $3 * interval '1 millisecond'
      WHERE id = $1
      """;

  private static final String QUIET =
      """
      UPDATE notification
      SET attempting_version = NULL, attempts = greatest(attempts - 1, 0), next_attempt_at = $2, quiet_until = $2
      WHERE id = $1
      """;

  private static final String PARK =
      """
      UPDATE notification
      SET state = 'failed', attempting_version = NULL, last_error = $2, payload = $3::text::jsonb WHERE id = $1
      """;

  private static final String HUSH_CHANNEL =
      """
      UPDATE channel SET not_before = greatest(not_before, now() + $2 * interval '1 millisecond') WHERE name = $1
      """;

  private static final String LOG_DELIVERY =
      """
      INSERT INTO delivery (notification, version, reason, outcome, detail) VALUES ($1, $2, $3, $4, $5)
      """;

  private static final String ALERTS = "alerts";

  /** A row that was marked; {@code unanswered} if an earlier mark was still there. */
  record Claim(long id, boolean unanswered) {}

  private Outbox() {}

  static @Nullable Claim claim(Transaction transaction, String[] channels, Duration lease) {
    List<Row> rows =
        transaction.query(
            CLAIM, Tuple.tuple().addArrayOfString(channels).addLong(lease.toMillis()));
    return rows.isEmpty()
        ? null
        : new Claim(rows.get(0).getLong(0), rows.get(0).getInteger(1) != null);
  }

  static @Nullable Due lock(Transaction transaction, long id) {
    List<Row> rows = transaction.query(LOCK, Tuple.of(id));
    if (rows.isEmpty()) {
      return null;
    }
    Row row = rows.get(0);
    return new Due(
        row.getLong(0),
        row.getString(1),
        row.getString(2),
        row.getInteger(3),
        row.getString(4),
        row.getInteger(5),
        letter(row),
        StoredJson.read(row.getString(11), Timing.class),
        row.getBoolean(12),
        row.getUUID(14));
  }

  private static Letter letter(Row row) {
    return letter(
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getBoolean(10),
        row.getArrayOfLongs(13));
  }

  /** What a row's columns say is to be said. */
  static Letter letter(
      String kind,
      @Nullable String sent,
      String desired,
      String held,
      boolean reminder,
      Long @Nullable [] acknowledged) {
    if (!kind.equals(ALERTS)) {
      return StoredJson.read(desired, Notice.class);
    }
    Telling told = StoredJson.readNullable(sent, Telling.class);
    Telling now = StoredJson.read(desired, Telling.class);
    return new Draft(
        told,
        now.holding(Notifications.heldOf(held).keySet(), told),
        reminder,
        acknowledged == null ? Set.of() : Set.of(acknowledged));
  }

  static void sent(Transaction transaction, Due due, @Nullable String ts, JsonNode payload) {
    Object told = due.letter() instanceof Draft draft ? draft.now() : due.letter();
    transaction.update(
        SENT, Tuple.of(due.id(), due.version(), ts, payload.toString(), StoredJson.write(told)));
  }

  static void nothingNew(Transaction transaction, Due due) {
    transaction.update(NOTHING_NEW, Tuple.of(due.id(), due.version()));
  }

  static void postpone(Transaction transaction, Due due, String detail, Duration wait) {
    transaction.update(POSTPONE, Tuple.of(due.id(), detail, wait.toMillis()));
  }

  static void quiet(Transaction transaction, Due due, Instant until) {
    transaction.update(QUIET, Tuple.of(due.id(), until.atOffset(ZoneOffset.UTC)));
  }

  static void park(Transaction transaction, Due due, String detail, JsonNode payload) {
    transaction.update(PARK, Tuple.of(due.id(), detail, payload.toString()));
  }

  static void hush(Transaction transaction, String channel, Duration wait) {
    transaction.update(HUSH_CHANNEL, Tuple.of(channel, wait.toMillis()));
  }

  static void log(
      Transaction transaction, Due due, String reason, String outcome, @Nullable String detail) {
    transaction.update(LOG_DELIVERY, Tuple.of(due.id(), due.version(), reason, outcome, detail));
  }
}
