package dev.tradewind.alerts.route;

import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/** The routing document in a transaction. */
public final class RoutingStore {
  private static final String CURRENT =
      "SELECT document::text, stored_at FROM routing ORDER BY version DESC LIMIT 1";

  private static final String ADD =
      "INSERT INTO routing (version, document, origin, author) VALUES ($1, $2::text::jsonb, $3, $4)";

  /**
   * A document and since when it holds.
   *
   * @param routing the document
   * @param since when it was stored
   */
  public record Stored(Routing routing, Instant since) {}

  private RoutingStore() {}

  /** The document that holds. */
  public static Routing current(Transaction transaction) {
    return stored(transaction).routing();
  }

  /** The document that holds, and since when: the default since ever. */
  public static Stored stored(Transaction transaction) {
    List<Row> rows = transaction.query(CURRENT, Tuple.tuple());
    return rows.isEmpty()
        ? new Stored(Routing.DEFAULT, Instant.EPOCH)
        : new Stored(
            RoutingCodec.read(rows.get(0).getString(0)),
            rows.get(0).getOffsetDateTime(1).toInstant());
  }

  /** Stores the next version; the caller has its turn. */
  static Routing add(Transaction transaction, Routing next, String origin, String author) {
    Routing stored = next.as(current(transaction).version() + 1);
    transaction.update(ADD, Tuple.of(stored.version(), RoutingCodec.json(stored), origin, author));
    return stored;
  }
}
