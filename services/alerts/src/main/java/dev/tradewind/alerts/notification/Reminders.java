package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;

/** Messages to be said again although nothing changed, where a route asks for it. */
public final class Reminders {
  /**
   * Only of the newest period: an older one has a newer message. And only if something fires that
   * nobody took on.
   */
  private static final String RAISE =
      """
      UPDATE notification n
      SET state = 'pending', desired_version = desired_version + 1, desired_at = now(), next_attempt_at = now(),
          reminder = true
      FROM series s
      WHERE n.kind = 'alerts' AND n.state = 'sent' AND jsonb_typeof(n.timing -> 'repeatInterval') = 'number'
        AND n.sent_at + (n.timing ->> 'repeatInterval')::float8 * interval '1 second' < now()
        AND EXISTS (
          SELECT 1 FROM jsonb_array_elements(n.sent -> 'members') m JOIN incident i ON i.id = (m ->> 'incident')::bigint
          WHERE m ->> 'finding' = 'FIRING' AND i.state = 'firing')
        AND s.partner = n.desired #>> '{group,series,partner}' AND s.sector = n.desired #>> '{group,series,sector}'
        AND s.time_window = n.desired #>> '{group,series,window}'
        AND s.currency = n.desired #>> '{group,series,currency}' AND s.newest = n.period
      """;

  private Reminders() {}

  /** Makes due what is to be said again; how many messages. */
  public static int raise(Transaction transaction) {
    return transaction.update(RAISE, Tuple.tuple());
  }
}
