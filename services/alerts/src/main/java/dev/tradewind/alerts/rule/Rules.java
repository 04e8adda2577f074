package dev.tradewind.alerts.rule;

import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rules in the consuming transaction. */
public final class Rules {
  private static final String WATCHING =
      """
      SELECT id, name, owner, comparison, scope, warning, critical, min_base, new_year_guard FROM rule
      WHERE enabled AND partner = $1 AND sector = $2 AND time_window = $3 AND currency = $4
      ORDER BY id
      """;

  private Rules() {}

  /** The enabled rules on that series. */
  public static List<Rule> watching(Transaction transaction, Series series) {
    return transaction
        .query(
            WATCHING,
            Tuple.of(series.partner(), series.sector(), series.window().id(), series.currency()))
        .stream()
        .map(
            row ->
                new Rule(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    Indicator.YOY,
                    Comparison.of(row.getString(3)),
                    Scope.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                    series,
                    row.getBigDecimal(5),
                    row.getBigDecimal(6),
                    Repetition.ONCE,
                    new Guards(
                        row.getBigDecimal(7), BigDecimal.ZERO, BigDecimal.ZERO, row.getBoolean(8)),
                    BigDecimal.ZERO,
                    List.of(),
                    Map.of()))
        .toList();
  }
}
