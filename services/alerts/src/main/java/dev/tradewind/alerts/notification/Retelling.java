package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.store.Reconsideration;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.period.Window;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;

/**
 * Decides again what is to be told, after a silence began or ended, routing changed, or a channel
 * came.
 */
@ApplicationScoped
class Retelling implements Reconsideration {
  /** The newest periods, and older messages that something was kept out of or that wait. */
  private static final String OPEN =
      """
      WITH open AS (
        SELECT i.partner, i.sector, i.time_window, i.currency, o.period
        FROM observation o JOIN incident i ON i.id = o.incident
        JOIN series s USING (partner, sector, time_window, currency) WHERE s.newest = o.period
        UNION
        SELECT desired #>> '{group,series,partner}', desired #>> '{group,series,sector}',
               desired #>> '{group,series,window}', desired #>> '{group,series,currency}', period
        FROM notification WHERE kind = 'alerts' AND (state IN ('pending', 'held') OR held <> '{}'))
      SELECT o.partner, o.sector, o.time_window, o.currency, o.period, coalesce(s.newest = o.period, false)
      FROM open o LEFT JOIN series s USING (partner, sector, time_window, currency)
      ORDER BY o.period, o.partner, o.sector, o.time_window, o.currency
      """;

  /** Quiet hours may be others now. */
  private static final String LOOK_AGAIN =
      """
      UPDATE notification SET next_attempt_at = now(), quiet_until = NULL
      WHERE state = 'pending' AND quiet_until IS NOT NULL
      """;

  private final Notifications notifications;
  private final Courier courier;

  Retelling(Notifications notifications, Courier courier) {
    this.notifications = notifications;
    this.courier = courier;
  }

  @Override
  public void all(Transaction transaction) {
    for (Row row : transaction.query(OPEN, Tuple.tuple())) {
      Series series =
          new Series(
              row.getString(0), row.getString(1), Window.of(row.getString(2)), row.getString(3));
      notifications.retell(
          transaction, series, YearMonth.parse(row.getString(4)), row.getBoolean(5));
    }
    transaction.update(LOOK_AGAIN, Tuple.tuple());
  }

  @Override
  public void send() {
    courier.wake();
  }
}
