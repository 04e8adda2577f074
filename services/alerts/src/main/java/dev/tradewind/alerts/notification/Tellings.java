package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.About;
import dev.tradewind.alerts.indicator.Cells;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.code.Region;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a group has to tell, as stored incidents and cells have it. */
public final class Tellings {
  private static final String MEMBERS =
      """
      SELECT i.id, i.rule, r.name, r.indicator, r.comparison, i.region, o.finding, o.severity, o.threshold,
             o.observed, o.figures::text
      FROM observation o JOIN incident i ON i.id = o.incident JOIN rule r ON r.id = i.rule
      WHERE i.partner = $1 AND i.sector = $2 AND i.time_window = $3 AND i.currency = $4 AND o.period = $5
      """;

  private Tellings() {}

  /** The group's state now. */
  public static Telling of(Transaction transaction, Group group) {
    Series series = group.series();
    List<Member> members =
        transaction
            .query(
                MEMBERS,
                Tuple.of(
                    series.partner(),
                    series.sector(),
                    series.window().id(),
                    series.currency(),
                    group.period().toString()))
            .stream()
            .map(
                row ->
                    new Member(
                        row.getLong(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Finding.valueOf(row.getString(6)),
                        Severity.of(row.getString(7)),
                        row.getBigDecimal(8),
                        row.getBigDecimal(9),
                        StoredJson.read(row.getString(10), Figures.class)))
            .toList();
    About about = Cells.about(transaction, series, group.period());
    Figures nation =
        Cells.figures(transaction, series, Set.of(group.period()))
            .getOrDefault(Region.NATION, Map.of())
            .get(group.period());
    return new Telling(
        group,
        nation,
        about == null ? null : about.partial(),
        about == null ? List.of() : about.labels(),
        members);
  }
}
