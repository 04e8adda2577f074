package dev.tradewind.alerts.rulebook;

import dev.tradewind.alerts.rule.RuleDocument;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules and their versions in the database. */
final class RuleStore {
  private static final String COLUMNS =
      """
      SELECT r.definition::text, r.version, r.provisioned, r.deleted_at IS NOT NULL, s.newest, r.updated_at, r.updated_by
      FROM rule r LEFT JOIN series s ON s.partner = r.partner AND s.sector = r.sector
        AND s.time_window = r.time_window AND s.currency = r.currency
      """;

  private static final String LIST = COLUMNS + "WHERE r.deleted_at IS NULL ORDER BY r.id";
  private static final String FIND = COLUMNS + "WHERE r.id = $1";

  private static final String UPSERT =
      """
      INSERT INTO rule (id, name, owner, version, enabled, indicator, comparison, partner, sector, time_window, currency,
                        definition, provisioned, updated_by, updated_at, deleted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::text::jsonb, $13, $14, now(),
              CASE WHEN $15 THEN now() END)
      ON CONFLICT (id) DO UPDATE
      SET name = excluded.name, owner = excluded.owner, version = excluded.version, enabled = excluded.enabled,
          indicator = excluded.indicator, comparison = excluded.comparison, partner = excluded.partner,
          sector = excluded.sector, time_window = excluded.time_window, currency = excluded.currency,
          definition = excluded.definition, provisioned = excluded.provisioned, updated_by = excluded.updated_by,
          updated_at = excluded.updated_at, deleted_at = excluded.deleted_at
      """;

  private static final String REMEMBER =
      """
      INSERT INTO rule_version (rule, version, action, definition, actor) VALUES ($1, $2, $3, $4::text::jsonb, $5)
      """;

  private static final String VERSIONS =
      """
      SELECT version, action, at, actor, definition::text FROM rule_version
      WHERE rule = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC
      """;

  private static final String RELEASE = "UPDATE rule SET provisioned = false WHERE provisioned";

  private RuleStore() {}

  static List<StoredRule> list(Transaction transaction) {
    return transaction.query(LIST, Tuple.tuple()).stream().map(RuleStore::rule).toList();
  }

  /** The rule of that id, deleted or not; null if there never was one. */
  static @Nullable StoredRule find(Transaction transaction, String id) {
    List<Row> rows = transaction.query(FIND, Tuple.of(id));
    return rows.isEmpty() ? null : rule(rows.get(0));
  }

  static void save(
      Transaction transaction,
      RuleDocument document,
      int version,
      String action,
      boolean provisioned,
      String actor) {
    String definition = StoredJson.write(document);
    transaction.update(
        UPSERT,
        Tuple.tuple()
            .addString(document.id())
            .addString(document.name())
            .addString(document.owner())
            .addInteger(version)
            .addBoolean(document.enabled())
            .addString(document.indicator().id())
            .addString(document.comparison().id())
            .addString(document.partner())
            .addString(document.sector())
            .addString(document.window().id())
            .addString(document.currency())
            .addString(definition)
            .addBoolean(provisioned)
            .addString(actor)
            .addBoolean(action.equals(RuleBook.DELETED)));
    transaction.update(REMEMBER, Tuple.of(document.id(), version, action, definition, actor));
  }

  /** The versions of a rule, the newest first; one only, if it is asked for. */
  static List<RuleVersionView> versions(
      Transaction transaction, String id, @Nullable Integer version) {
    return transaction.query(VERSIONS, Tuple.of(id, version)).stream()
        .map(
            row ->
                new RuleVersionView(
                    row.getInteger(0),
                    row.getString(1),
                    row.getOffsetDateTime(2).toInstant(),
                    row.getString(3),
                    StoredJson.read(row.getString(4), RuleDocument.class)))
        .toList();
  }

  /** Makes rules that a file wrote ordinary ones. */
  static int release(Transaction transaction) {
    return transaction.update(RELEASE, Tuple.tuple());
  }

  private static StoredRule rule(Row row) {
    return new StoredRule(
        StoredJson.read(row.getString(0), RuleDocument.class),
        row.getInteger(1),
        row.getBoolean(2),
        row.getBoolean(3),
        row.getString(4),
        row.getOffsetDateTime(5).toInstant(),
        row.getString(6));
  }
}
