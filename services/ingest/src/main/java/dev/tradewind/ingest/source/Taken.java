package dev.tradewind.ingest.source;

import dev.tradewind.ingest.store.Database;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What is known of the deliveries of sources: a version of a delivery is taken once. */
@Singleton
class Taken {
  private static final String SEEN =
      """
      insert into source_object (source, name, version, bytes, state) values ($1, $2, $3, $4, 'settling')
      on conflict (source, name, version) do update set seen_at = clock_timestamp()
      """;

  /** Whoever gets the row has it; another only after the claim has run out. */
  private static final String CLAIM =
      """
      update source_object set claimed_until = clock_timestamp() + $5 * interval '1 millisecond'
      where source = $1 and name = $2 and version = $3 and state = 'settling'
        and first_seen_at <= clock_timestamp() - $4 * interval '1 millisecond'
        and (claimed_until is null or claimed_until < clock_timestamp())
      """;

  private static final String UNCLAIM =
      "update source_object set claimed_until = null where source = $1 and name = $2 and version = $3";

  private static final String TAKEN =
      """
      update source_object set state = 'taken', submission = $4, claimed_until = null
      where source = $1 and name = $2 and version = $3
      """;

  private static final String REFUSED =
      """
      update source_object set state = 'refused', reason = $4, result_state = 'refused', claimed_until = null
      where source = $1 and name = $2 and version = $3
      """;

  /** Over the index source_object_open. */
  private static final String FINISHED =
      """
      select o.name, o.version, s.id, s.state
      from source_object o join submission s on s.id = o.submission
      where o.source = $1 and o.state = 'taken' and o.result_state is null
        and s.state in ('applied', 'rejected', 'withdrawn', 'stuck')
      """;

  private static final String TOLD =
      """
      update source_object set result_state = $4, reason = $5
      where source = $1 and name = $2 and version = $3
      """;

  private static final String FORGET =
      """
      delete from source_object where source = $1 and state = 'settling' and claimed_until is null
        and seen_at < clock_timestamp() - interval '1 hour'
      """;

  private final Database database;

  Taken(Database database) {
    this.database = database;
  }

  void seen(String source, Delivery delivery) {
    database.update(SEEN, source, delivery.name(), delivery.version(), delivery.bytes());
  }

  boolean claim(String source, Delivery delivery, long settleMillis, long claimMillis) {
    return database.update(
            CLAIM, source, delivery.name(), delivery.version(), settleMillis, claimMillis)
        == 1;
  }

  void unclaim(String source, Delivery delivery) {
    database.update(UNCLAIM, source, delivery.name(), delivery.version());
  }

  void taken(String source, Delivery delivery, UUID submission) {
    database.update(TAKEN, source, delivery.name(), delivery.version(), submission);
  }

  void refused(String source, Delivery delivery, String reason) {
    database.update(REFUSED, source, delivery.name(), delivery.version(), reason);
  }

  List<Row> finished(String source) {
    return database.execute(FINISHED, source);
  }

  void told(String source, String name, String version, String state, String remark) {
    database.update(TOLD, source, name, version, state, remark.isEmpty() ? null : remark);
  }

  /** Half-written versions that were never taken. */
  void forget(String source) {
    database.update(FORGET, source);
  }
}
