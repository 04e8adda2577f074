package dev.tradewind.alerts.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Parcel;
import dev.tradewind.alerts.notification.Receiver;
import dev.tradewind.alerts.notification.Receivers;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Tells Alertmanagers again of alerts that still fire, before they forget them. */
@ApplicationScoped
class AlertmanagerRefresh {
  private static final Logger LOG = Logger.getLogger(AlertmanagerRefresh.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Marks what is due as told again, so that one replica does it. An incident belongs to the message
   * of its newest period only: what older messages said of it has been told anew since.
   */
  private static final String CLAIM =
      """
      WITH due AS (
        SELECT n.id, array_agg(i.id) AS incidents
        FROM notification n JOIN channel c ON c.name = n.channel
          CROSS JOIN jsonb_array_elements(n.payload -> 'firing') f
          JOIN incident i ON i.id = (f ->> 'incident')::bigint
        WHERE c.kind = 'alertmanager' AND c.deleted_at IS NULL AND n.sent_version > 0
          AND n.state NOT IN ('failed', 'no-channel')
          AND coalesce(n.refreshed_at, n.sent_at) <= now() - $1 * interval '1 millisecond'
          AND jsonb_typeof(n.payload -> 'firing') = 'array'
          AND i.period = n.period AND i.state NOT IN ('resolved', 'corrected', 'withdrawn')
        GROUP BY n.id)
      UPDATE notification n SET refreshed_at = now() FROM due
      WHERE n.id = due.id AND coalesce(n.refreshed_at, n.sent_at) <= now() - $1 * interval '1 millisecond'
      RETURNING n.id, n.channel, n.payload::text, due.incidents
      """;

  private static final String AGAIN_SOON =
      "UPDATE notification SET refreshed_at = NULL WHERE id = $1";

  private final Transactions transactions;
  private final Receivers receivers;
  private final AlertmanagerConfig config;

  AlertmanagerRefresh(
      Transactions transactions, Receivers receivers, AlertmanagerConfig config) {
    this.transactions = transactions;
    this.receivers = receivers;
    this.config = config;
  }

  @Scheduled(
      every = "${tradewind.alertmanager.refresh-check:15s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    try {
      refresh();
    } catch (RuntimeException e) {
      LOG.warnf("firing alerts were not told again: %s", e.getClass().getSimpleName());
    }
  }

  /** Tells what is due; how many messages it were. */
  int refresh() {
    long half = config.resolveTimeout().toMillis() / 2;
    List<Row> due = transactions.run(transaction -> transaction.query(CLAIM, Tuple.of(half)));
    for (Row row : due) {
      Set<Long> incidents =
          Set.of(row.getArrayOfLongs(3)).stream().collect(Collectors.toUnmodifiableSet());
      refresh(
          row.getLong(0),
          row.getString(1),
          StoredJson.read(row.getString(2), JsonNode.class),
          incidents);
    }
    return due.size();
  }

  private void refresh(long id, String channel, JsonNode payload, Set<Long> incidents) {
    Receiver receiver = receivers.receiver(channel);
    if (receiver == null || !receiver.configured()) {
      return;
    }
    ObjectNode again = JsonNodeFactory.instance.objectNode();
    ArrayNode firing = again.putArray("firing");
    for (JsonNode alert : payload.path("firing")) {
      if (incidents.contains(alert.path("incident").asLong())) {
        firing.add(alert);
      }
    }
    Outcome outcome =
        receivers
            .delivery(channel)
            .deliver(new Parcel(id + "-refresh", again, null))
            .await()
            .atMost(PATIENCE);
    if (!(outcome instanceof Outcome.Delivered)) {
      LOG.warnf("firing alerts were not told again: channel=%s notification=%d", channel, id);
      transactions.run(transaction -> transaction.update(AGAIN_SOON, Tuple.of(id)));
    }
  }
}
