package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.incident.Cause;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records what is to be told, in the consuming transaction: the outbox. */
@ApplicationScoped
public class Notifications {
  private static final String LOCK =
      "SELECT id, desired::text FROM notification WHERE channel = $1 AND group_key = $2 FOR UPDATE";

  private static final String INSERT =
      """
      INSERT INTO notification (channel, group_key, period, state, desired_version, desired, submission)
      VALUES ($1, $2, $3, $4, 1, $5::text::jsonb, $6)
      """;

  private static final String RAISE =
      """
      UPDATE notification
      SET desired_version = desired_version + 1, desired = $2::text::jsonb, desired_at = now(), submission = $3,
          next_attempt_at = CASE WHEN state = 'pending' THEN next_attempt_at ELSE now() END, state = $4
      WHERE id = $1
      """;

  private final Receivers receivers;

  Notifications(Receivers receivers) {
    this.receivers = receivers;
  }

  /**
   * Makes that state of a group the one to tell on every channel, if a reader would notice.
   *
   * @param mayBegin whether a message may be begun: only the newest period's
   * @return whether there is something new to send
   */
  public boolean desire(Transaction transaction, Telling telling, boolean mayBegin, Cause cause) {
    boolean toSend = false;
    for (Receiver receiver : receivers.all()) {
      toSend |= desire(transaction, receiver, telling, mayBegin, cause) && receiver.configured();
    }
    return toSend;
  }

  private static boolean desire(
      Transaction transaction, Receiver receiver, Telling telling, boolean mayBegin, Cause cause) {
    String state = receiver.configured() ? "pending" : "no-channel";
    String json = StoredJson.write(telling);
    List<Row> rows = transaction.query(LOCK, Tuple.of(receiver.channel(), telling.group().key()));
    if (rows.isEmpty()) {
      if (!mayBegin || telling.silent()) {
        return false;
      }
      transaction.update(
          INSERT,
          Tuple.of(
              receiver.channel(),
              telling.group().key(),
              telling.group().period().toString(),
              state,
              json,
              cause.submission()));
      return true;
    }
    Telling desired = StoredJson.read(rows.get(0).getString(1), Telling.class);
    if (Difference.between(desired, telling).isEmpty()) {
      return false;
    }
    transaction.update(RAISE, Tuple.of(rows.get(0).getLong(0), json, cause.submission(), state));
    return true;
  }
}
