package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.About;
import dev.tradewind.alerts.indicator.Cells;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.code.Region;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a series and period, as stored incidents and cells have it.
 *
 * @param base series and period
 * @param nation the nation's figures; null if unknown
 * @param about what holds of all figures; null if unknown
 * @param all the incidents that observed the period
 */
record Candidates(
    Group base, @Nullable Figures nation, @Nullable About about, List<Candidate> all) {
  private static final String MEMBERS =
      """
      SELECT i.id, i.rule, r.name, r.indicator, r.comparison, i.region, o.finding, o.severity, o.threshold,
             o.observed, o.figures::text, r.owner,
             coalesce(r.definition -> 'receivers', '[]')::text,
             coalesce(r.definition -> 'labels', '{}')::text
      FROM observation o JOIN incident i ON i.id = o.incident JOIN rule r ON r.id = i.rule
      WHERE i.partner = $1 AND i.sector = $2 AND i.time_window = $3 AND i.currency = $4 AND o.period = $5
      ORDER BY i.id
      """;

  static Candidates of(Transaction transaction, Series series, YearMonth period) {
    List<Candidate> all =
        transaction
            .query(
                MEMBERS,
                Tuple.of(
                    series.partner(),
                    series.sector(),
                    series.window().id(),
                    series.currency(),
                    period.toString()))
            .stream()
            .map(row -> candidate(series, period, row))
            .toList();
    Figures nation =
        Cells.figures(transaction, series, Set.of(period))
            .getOrDefault(Region.NATION, Map.of())
            .get(period);
    return new Candidates(
        new Group(series, period), nation, Cells.about(transaction, series, period), all);
  }

  private static Candidate candidate(Series series, YearMonth period, Row row) {
    Member member =
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
            StoredJson.read(row.getString(10), Figures.class));
    Map<String, String> labels = new HashMap<>();
    StoredJson.read(row.getString(13), JsonNode.class)
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    List<String> receivers = new ArrayList<>();
    StoredJson.read(row.getString(12), JsonNode.class)
        .forEach(receiver -> receivers.add(receiver.asText()));
    return Candidate.of(series, period, member, labels, receivers, row.getString(11));
  }

  /**
   * What a message about some of them tells.
   *
   * @param group of the message
   * @param incidents their ids
   * @param owner who answers for rules without an owner; may be empty
   */
  Telling telling(Group group, Collection<Long> incidents, String owner) {
    List<Candidate> told = all.stream().filter(one -> incidents.contains(one.id())).toList();
    return new Telling(
        group,
        nation,
        about == null ? null : about.partial(),
        about == null ? List.of() : about.labels(),
        told.stream().map(Candidate::member).toList(),
        told.stream()
            .map(one -> one.owner().isBlank() ? owner : one.owner())
            .filter(one -> !one.isBlank())
            .distinct()
            .sorted()
            .toList());
  }
}
