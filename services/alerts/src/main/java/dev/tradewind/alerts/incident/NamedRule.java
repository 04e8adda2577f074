package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.store.StoredJson;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import java.util.TreeMap;

/** What alerts show of their rule. */
record NamedRule(
    String id,
    String name,
    String owner,
    String indicator,
    String comparison,
    Map<String, String> labels) {
  /** Of the columns id, name, owner, indicator, comparison and labels as text. */
  @SuppressWarnings("unchecked") // labels are stored as an object of strings
  static NamedRule of(Row row) {
    Map<String, String> labels = StoredJson.read(row.getString(5), Map.class);
    return new NamedRule(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        new TreeMap<>(labels));
  }

  static NamedRule unknown(String id) {
    return new NamedRule(id, id, "", Indicator.YOY.id(), Comparison.AT_OR_BELOW.id(), Map.of());
  }
}
