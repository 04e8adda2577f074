package dev.tradewind.alerts.rule;

import dev.tradewind.alerts.indicator.RegionGroups;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** Rules in force, in a transaction. */
public final class Rules {
  private static final String WATCHING =
      """
      SELECT definition::text FROM rule
      WHERE enabled AND deleted_at IS NULL AND partner = $1 AND sector = $2 AND time_window = $3 AND currency = $4
      ORDER BY id
      """;

  private static final String OF_GROUPS =
      """
      SELECT definition::text FROM rule
      WHERE enabled AND deleted_at IS NULL AND definition ->> 'scope' = 'group' ORDER BY id
      """;

  private Rules() {}

  /** The enabled rules on that series. */
  public static List<Rule> watching(Transaction transaction, Series series) {
    return rules(
        transaction,
        transaction.query(
            WATCHING,
            Tuple.of(series.partner(), series.sector(), series.window().id(), series.currency())));
  }

  /** The enabled rules whose scope is a region group. */
  public static List<Rule> ofGroups(Transaction transaction) {
    return rules(transaction, transaction.query(OF_GROUPS, Tuple.tuple()));
  }

  /** A rule as it is judged at the moment. */
  public static Rule resolved(Transaction transaction, RuleDocument document) {
    String group = document.group();
    List<String> members =
        document.scope() == Scope.Kind.GROUP && group != null
            ? RegionGroups.members(transaction, group)
            : List.of();
    return document.rule(members);
  }

  private static List<Rule> rules(Transaction transaction, List<Row> rows) {
    return rows.stream()
        .map(row -> StoredJson.read(row.getString(0), RuleDocument.class))
        .map(document -> resolved(transaction, document))
        .toList();
  }
}
