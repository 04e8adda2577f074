package dev.tradewind.metrics.operation;

import dev.tradewind.metrics.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator watches. */
@Startup
@Singleton
class SubmissionGauges {
  private final Database database;
  private final AtomicLong stuck = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong openSeconds = new AtomicLong();
  private final AtomicLong unsent = new AtomicLong();

  SubmissionGauges(Database database, MetricsService service, MeterRegistry meters) {
    this.database = database;
    gauge(meters, "tradewind.submissions.stuck", "Submissions whose blocks contradict them", stuck);
    gauge(
        meters, "tradewind.submissions.refused", "Submissions refused for their vintage", refused);
    gauge(meters, "tradewind.submissions.open.age", "Age of the oldest open one", openSeconds);
    gauge(meters, "tradewind.outbox.unsent", "Merges that Kafka has not been told of", unsent);
    Gauge.builder("tradewind.consumer.lag", service, MetricsService::lag)
        .description("Records not yet staged by this replica")
        .register(meters);
    Gauge.builder("tradewind.topic.deleted.records", service, MetricsService::deleted)
        .description("Records that the topics have lost at their start")
        .register(meters);
  }

  @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    database.inTransaction(
        session ->
            session.one(
                """
                SELECT count(*) FILTER (WHERE state = 'stuck'),
                       count(*) FILTER (WHERE state = 'refused'),
                       coalesce(extract(epoch FROM now() - min(first_seen_at)
                                        FILTER (WHERE state = 'open')), 0)::bigint,
                       (SELECT count(*) FROM outbox WHERE sent_at IS NULL)
                FROM submission
                WHERE state IN ('open', 'stuck', 'refused')
                """,
                row -> {
                  stuck.set(row.getLong(0));
                  refused.set(row.getLong(1));
                  openSeconds.set(row.getLong(2));
                  unsent.set(row.getLong(3));
                  return true;
                }));
  }

  private static void gauge(MeterRegistry meters, String name, String text, AtomicLong value) {
    Gauge.builder(name, value, AtomicLong::get).description(text).register(meters);
  }
}
