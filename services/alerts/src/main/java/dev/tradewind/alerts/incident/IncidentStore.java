package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Incidents in the consuming transaction. */
final class IncidentStore {
  private static final Logger LOG = Logger.getLogger(IncidentStore.class);

  private static final String LOAD =
      """
      SELECT i.id, i.region, o.period, o.finding, o.severity, o.threshold, o.observed, o.figures::text
      FROM incident i JOIN observation o ON o.incident = i.id
      WHERE i.rule = $1 AND i.partner = $2 AND i.sector = $3 AND i.time_window = $4 AND i.currency = $5
      """;

  private static final String UPSERT_INCIDENT =
      """
      INSERT INTO incident (rule, region, partner, sector, time_window, currency, state, severity, period,
                            since_period, since, updated_at, value, base_value, yoy, exposure, contribution)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), now(), $12, $13, $14, $15, $16)
      ON CONFLICT (rule, partner, sector, time_window, currency, region) DO UPDATE
      SET state = excluded.state, severity = excluded.severity, period = excluded.period,
          since_period = excluded.since_period,
          since = CASE WHEN $11 THEN excluded.since ELSE incident.since END, updated_at = excluded.updated_at,
          value = excluded.value, base_value = excluded.base_value, yoy = excluded.yoy,
          exposure = excluded.exposure, contribution = excluded.contribution
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
      INSERT INTO incident_step (incident, kind, period, state, severity, was, now, submission, cause, epoch, apply_seq)
      VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text::jsonb, $8, $9, $10, $11)
      """;

  private IncidentStore() {}

  /** The incidents of a rule in a series, by region. */
  static Map<String, StoredIncident> load(Transaction transaction, Rule rule, Series series) {
    Map<String, StoredIncident> incidents = new HashMap<>();
    for (Row row :
        transaction.query(
            LOAD,
            Tuple.of(
                rule.id(),
                series.partner(),
                series.sector(),
                series.window().id(),
                series.currency()))) {
      YearMonth period = YearMonth.parse(row.getString(2));
      incidents
          .computeIfAbsent(
              row.getString(1), region -> new StoredIncident(row.getLong(0), new TreeMap<>()))
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
    boolean begins = standing.firing() && (was == null || !was.firing());
    long id = upsert(transaction, key, standing, begins);
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
          standing.state().id(),
          standing.current().severity().id(),
          cause.submission());
      steps.add(tuple(id, step, standing, cause));
    }
    transaction.batch(INSERT_STEP, steps);
  }

  private static long upsert(
      Transaction transaction, IncidentKey key, Standing standing, boolean begins) {
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
                .addString(standing.state().id())
                .addString(current.severity().id())
                .addString(current.period().toString())
                .addString(standing.since().toString())
                .addBoolean(begins)
                .addBigDecimal(figures.value())
                .addBigDecimal(figures.baseValue())
                .addBigDecimal(figures.yoy())
                .addBigDecimal(figures.exposure())
                .addBigDecimal(figures.contribution()))
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

  private static Tuple tuple(long id, Step step, Standing standing, Cause cause) {
    return Tuple.tuple()
        .addLong(id)
        .addString(step.kind().id())
        .addString(step.period().toString())
        .addString(standing.state().id())
        .addString(standing.current().severity().id())
        .addString(StoredJson.write(step.was()))
        .addString(StoredJson.write(step.now()))
        .addUUID(cause.submission())
        .addString(cause.kind())
        .addLong(cause.stamp().epoch())
        .addLong(cause.stamp().applySeq());
  }
}
