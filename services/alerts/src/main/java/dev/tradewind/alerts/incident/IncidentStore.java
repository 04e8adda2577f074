package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.indicator.Stamp;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.period.Window;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Incidents in the consuming transaction. */
final class IncidentStore {
  private static final Logger LOG = Logger.getLogger(IncidentStore.class);

  private static final String LOAD =
      """
      SELECT i.id, i.region, o.period, o.finding, o.severity, o.threshold, o.observed, o.figures::text,
             i.acknowledged_severity
      FROM incident i JOIN observation o ON o.incident = i.id
      WHERE i.rule = $1 AND i.partner = $2 AND i.sector = $3 AND i.time_window = $4 AND i.currency = $5
      """;

  private static final String UPSERT_INCIDENT =
      """
      INSERT INTO incident (rule, region, partner, sector, time_window, currency, state, severity, period,
                            since_period, since, updated_at, value, base_value, yoy, exposure, contribution, threshold,
                            observed)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), now(), $12, $13, $14, $15, $16, $17, $18)
      ON CONFLICT (rule, partner, sector, time_window, currency, region) DO UPDATE
      SET state = excluded.state, severity = excluded.severity, period = excluded.period,
          since_period = excluded.since_period,
          since = CASE WHEN $11 THEN excluded.since ELSE incident.since END, updated_at = excluded.updated_at,
          value = excluded.value, base_value = excluded.base_value, yoy = excluded.yoy,
          exposure = excluded.exposure, contribution = excluded.contribution, threshold = excluded.threshold,
          observed = excluded.observed,
          acknowledged_at = CASE WHEN excluded.state = 'acknowledged' THEN incident.acknowledged_at END,
          acknowledged_by = CASE WHEN excluded.state = 'acknowledged' THEN incident.acknowledged_by END,
          acknowledged_severity = CASE WHEN excluded.state = 'acknowledged' THEN incident.acknowledged_severity END,
          acknowledged_comment = CASE WHEN excluded.state = 'acknowledged' THEN incident.acknowledged_comment END
      RETURNING id
      """;

  private static final String UPSERT_OBSERVATION =
      """
      INSERT INTO observation (incident, period, finding, severity, threshold, observed, figures)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb)
      ON CONFLICT (incident, period) DO UPDATE
      SET finding = excluded.finding, severity = excluded.severity, threshold = excluded.threshold,
          observed = excluded.observed, figures = excluded.figures
      """;

  private static final String INSERT_STEP =
      """
      INSERT INTO incident_step (incident, kind, period, state, severity, was, now, submission, cause, epoch, apply_seq,
                                 actor, comment)
      VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text::jsonb, $8, $9, $10, $11, $12, $13)
      """;

  private static final String ACKNOWLEDGE =
      """
      UPDATE incident
      SET state = 'acknowledged', acknowledged_at = now(), acknowledged_by = $2, acknowledged_severity = severity,
          acknowledged_comment = $3, updated_at = now()
      WHERE id = $1 AND state IN ('firing', 'acknowledged') RETURNING period, severity
      """;

  private static final String SERIES_OF =
      """
      SELECT DISTINCT partner, sector, time_window, currency FROM incident
      WHERE rule = $1 AND state IN ('firing', 'acknowledged')
      """;

  private IncidentStore() {}

  /** The series in which a rule has incidents that fire. */
  static List<Series> seriesOf(Transaction transaction, String rule) {
    return transaction.query(SERIES_OF, Tuple.of(rule)).stream()
        .map(
            row ->
                new Series(
                    row.getString(0),
                    row.getString(1),
                    Window.of(row.getString(2)),
                    row.getString(3)))
        .toList();
  }

  /** Takes an incident on; false if it does not fire. */
  static boolean acknowledge(Transaction transaction, long id, Cause cause) {
    List<Row> rows = transaction.query(ACKNOWLEDGE, Tuple.of(id, cause.actor(), cause.comment()));
    if (rows.isEmpty()) {
      return false;
    }
    Step step =
        new Step(StepKind.ACKNOWLEDGED, YearMonth.parse(rows.get(0).getString(0)), null, null);
    Severity severity = Severity.of(rows.get(0).getString(1));
    transaction.update(INSERT_STEP, tuple(id, step, IncidentState.ACKNOWLEDGED, severity, cause));
    return true;
  }

  /** The incidents of a rule in a series, by region. */
  static Map<String, StoredIncident> load(Transaction transaction, String rule, Series series) {
    Map<String, StoredIncident> incidents = new HashMap<>();
    for (Row row :
        transaction.query(
            LOAD,
            Tuple.of(
                rule,
                series.partner(),
                series.sector(),
                series.window().id(),
                series.currency()))) {
      YearMonth period = YearMonth.parse(row.getString(2));
      incidents
          .computeIfAbsent(
              row.getString(1),
              region -> new StoredIncident(new TreeMap<>(), acknowledgement(row.getString(8))))
          .observations()
          .put(
              period,
              new Observation(
                  period,
                  Finding.valueOf(row.getString(3)),
                  Severity.of(row.getString(4)),
                  row.getBigDecimal(5),
                  row.getBigDecimal(6),
                  StoredJson.read(row.getString(7), Figures.class)));
    }
    return incidents;
  }

  /** Stores what an evaluation changed, if anything. */
  static void save(
      Transaction transaction,
      IncidentKey key,
      StoredIncident before,
      Progress progress,
      Cause cause) {
    Standing standing = progress.standing();
    if (standing == null || (progress.changed().isEmpty() && progress.steps().isEmpty())) {
      return;
    }
    Standing was = Standing.of(before.observations());
    IncidentState state = before.state(standing);
    boolean begins = standing.firing() && (was == null || !was.firing());
    long id = upsert(transaction, key, standing, state, begins);
    transaction.batch(
        UPSERT_OBSERVATION,
        progress.changed().stream().map(observation -> tuple(id, observation)).toList());
    List<Tuple> steps = new ArrayList<>();
    for (Step step : progress.steps()) {
      LOG.infof(
          "incident %s: rule=%s region=%s period=%s state=%s severity=%s submission=%s",
          step.kind().id(),
          key.rule(),
          key.region(),
          step.period(),
          state.id(),
          standing.current().severity().id(),
          cause.submission() == null ? cause.kind() : cause.submission());
      steps.add(tuple(id, step, state, standing.current().severity(), cause));
    }
    transaction.batch(INSERT_STEP, steps);
  }

  private static long upsert(
      Transaction transaction,
      IncidentKey key,
      Standing standing,
      IncidentState state,
      boolean begins) {
    Observation current = standing.current();
    Figures figures = current.figures();
    Series series = key.series();
    return transaction
        .query(
            UPSERT_INCIDENT,
            Tuple.tuple()
                .addString(key.rule())
                .addString(key.region())
                .addString(series.partner())
                .addString(series.sector())
                .addString(series.window().id())
                .addString(series.currency())
                .addString(state.id())
                .addString(current.severity().id())
                .addString(current.period().toString())
                .addString(standing.since().toString())
                .addBoolean(begins)
                .addBigDecimal(figures.value())
                .addBigDecimal(figures.baseValue())
                .addBigDecimal(figures.yoy())
                .addBigDecimal(figures.exposure())
                .addBigDecimal(figures.contribution())
                .addBigDecimal(current.threshold())
                .addBigDecimal(current.observed()))
        .get(0)
        .getLong(0);
  }

  private static Tuple tuple(long id, Observation observation) {
    return Tuple.tuple()
        .addLong(id)
        .addString(observation.period().toString())
        .addString(observation.finding().name())
        .addString(observation.severity().id())
        .addBigDecimal(observation.threshold())
        .addBigDecimal(observation.observed())
        .addString(StoredJson.write(observation.figures()));
  }

  private static @Nullable Acknowledgement acknowledgement(@Nullable String severity) {
    return severity == null ? null : new Acknowledgement(Severity.of(severity));
  }

  private static Tuple tuple(
      long id, Step step, IncidentState state, Severity severity, Cause cause) {
    Stamp stamp = cause.stamp();
    return Tuple.tuple()
        .addLong(id)
        .addString(step.kind().id())
        .addString(step.period().toString())
        .addString(state.id())
        .addString(severity.id())
        .addString(StoredJson.write(step.was()))
        .addString(StoredJson.write(step.now()))
        .addUUID(cause.submission())
        .addString(cause.kind())
        .addLong(stamp == null ? null : stamp.epoch())
        .addLong(stamp == null ? null : stamp.applySeq())
        .addString(cause.actor())
        .addString(cause.comment());
  }
}
