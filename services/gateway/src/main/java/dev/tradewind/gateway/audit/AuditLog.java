package dev.tradewind.gateway.audit;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The log in the database. Entries are added and, once, given their outcome; nothing edits them.
 */
@Singleton
class AuditLog {
  private static final Logger LOG = Logger.getLogger(AuditLog.class);
  private static final long SWEEP_MILLIS = Duration.ofHours(1).toMillis();

  private final Pool pool;
  private final AuditConfig config;

  AuditLog(Pool pool, AuditConfig config) {
    this.pool = pool;
    this.config = config;
  }

  void begin(@Observes StartupEvent event, Vertx vertx) {
    vertx.setPeriodic(SWEEP_MILLIS, fired -> sweep());
  }

  /** Records that a write begins; its number. */
  Uni<Long> begin(Attempt attempt) {
    return insert(attempt, null);
  }

  /** Records what never got as far as a service. */
  void refused(Attempt attempt, int status) {
    insert(attempt, status)
        .subscribe()
        .with(
            done -> {},
            failure -> LOG.errorf("not recorded: %s status=%d cause=%s", attempt, status, failure));
  }

  /** Records how it ended. */
  void ended(long id, Attempt attempt, int status) {
    pool.preparedQuery("update audit_entry set status = $2, ended_at = now() where id = $1")
        .execute(Tuple.of(id, status))
        .subscribe()
        .with(
            done -> {},
            failure -> LOG.errorf("not recorded: %s status=%d cause=%s", attempt, status, failure));
  }

  /** Entries older than that one, the newest first; the primary key carries it. */
  Uni<List<AuditEntry>> list(
      @Nullable Long before, @Nullable String subject, @Nullable String path, int limit) {
    return pool.preparedQuery(
            """
            select * from audit_entry
            where ($1::bigint is null or id < $1)
              and ($2::text is null or subject = $2)
              and ($3::text is null or starts_with(path, $3))
            order by id desc
            limit $4
            """)
        .execute(Tuple.of(before, subject, path, limit))
        .map(
            rows -> {
              List<AuditEntry> entries = new ArrayList<>();
              rows.forEach(row -> entries.add(entry(row)));
              return entries;
            });
  }

  private Uni<Long> insert(Attempt attempt, @Nullable Integer status) {
    return pool.preparedQuery(
            """
            insert into audit_entry
              (at, subject, role, via, action, path, peer, request_id, status, ended_at)
            values (now(), $1, $2, $3, $4, $5, $6, $7, $8, case when $8::int is null then null else now() end)
            returning id
            """)
        .execute(
            Tuple.from(
                new @Nullable Object[] {
                  attempt.subject(),
                  attempt.role(),
                  attempt.via(),
                  attempt.action(),
                  attempt.path(),
                  attempt.peer(),
                  attempt.requestId(),
                  status
                }))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  private void sweep() {
    pool.preparedQuery("delete from audit_entry where at < $1")
        .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(config.retention())))
        .subscribe()
        .with(
            done -> {},
            failure -> LOG.warnf("old audit entries were not removed: cause=%s", failure));
  }

  private static AuditEntry entry(Row row) {
    OffsetDateTime ended = row.getOffsetDateTime("ended_at");
    return new AuditEntry(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("subject"),
        row.getString("role"),
        row.getString("via"),
        row.getString("action"),
        row.getString("path"),
        row.getString("peer"),
        row.getString("request_id"),
        row.getInteger("status"),
        ended == null ? null : ended.toInstant());
  }
}
