package dev.tradewind.alerts.change;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What an operator watches: each number is 0 when all is well. */
@ApplicationScoped
class AlertGauges {
  private static final Logger LOG = Logger.getLogger(AlertGauges.class);

  private static final String NUMBERS =
      """
      SELECT (SELECT coalesce(extract(epoch FROM now() - min(desired_at)), 0)::float8 FROM notification
              WHERE state = 'pending'),
             (SELECT count(*) FROM notification WHERE state = 'failed'),
             (SELECT count(*) FROM pending_close),
             (SELECT count(*) FROM poison_record)
      """;

  private record Numbers(double pendingAge, long failed, long heldCloses, long poison) {}

  private final Pool pool;
  private volatile Numbers numbers = new Numbers(0, 0, 0, 0);

  AlertGauges(Pool pool, IndicatorConsumer consumer, MeterRegistry meters) {
    this.pool = pool;
    Gauge.builder("tradewind.notification.pending.age", this, g -> g.numbers.pendingAge())
        .description("How long the oldest unsent message has waited")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("tradewind.notification.failed", this, g -> g.numbers.failed())
        .description("Messages that a receiver refused for good")
        .register(meters);
    Gauge.builder("tradewind.indicator.held.closes", this, g -> g.numbers.heldCloses())
        .description("Changes whose close waits for missing slices")
        .register(meters);
    Gauge.builder("tradewind.indicator.poison.records", this, g -> g.numbers.poison())
        .description("Records that could not be read and were diverted")
        .register(meters);
    Gauge.builder("tradewind.indicator.lag", consumer, IndicatorConsumer::lag)
        .description("Indicator events not yet taken")
        .register(meters);
  }

  @Scheduled(every = "5s")
  Uni<Void> refresh() {
    return pool.query(NUMBERS)
        .execute()
        .map(rows -> rows.iterator().next())
        .invoke(row -> numbers = read(row))
        .onFailure()
        .invoke(failure -> LOG.debug("the gauges keep their last numbers", failure))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private static Numbers read(Row row) {
    return new Numbers(row.getDouble(0), row.getLong(1), row.getLong(2), row.getLong(3));
  }
}
