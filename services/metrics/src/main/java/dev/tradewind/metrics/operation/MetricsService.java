package dev.tradewind.metrics.operation;

import dev.tradewind.contracts.Topics;
import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.epoch.EpochGuard;
import dev.tradewind.metrics.merge.MergeWorker;
import dev.tradewind.metrics.outbox.Relay;
import dev.tradewind.metrics.staging.Staging;
import dev.tradewind.platform.kafka.ConsumerStatus;
import dev.tradewind.platform.kafka.PositionedConsumer;
import dev.tradewind.platform.kafka.Positions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Starts the consumer and the workers once the database is migrated, and stops them in turn. */
@Singleton
public class MetricsService {
  private static final List<String> TOPICS = List.of(Topics.EXPORTS, Topics.SUBMISSIONS);

  private final PositionedConsumer consumer;
  private final MergeWorker merges;
  private final Relay relay;
  private final EpochGuard guard;

  MetricsService(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MetricsConfig config,
      Pool pool,
      Staging staging,
      EpochGuard guard,
      MergeWorker merges,
      Relay relay) {
    this.merges = merges;
    this.relay = relay;
    this.guard = guard;
    this.consumer =
        new PositionedConsumer(
            kafka,
            config.group(),
            TOPICS,
            Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchRecords()),
            new Positions(pool),
            guard,
            batches -> {
              staging.handle(batches);
              merges.wake();
            });
  }

  void start(@Observes StartupEvent event) {
    consumer.start();
    merges.start();
    relay.start();
  }

  void stop(@Observes ShutdownEvent event) {
    consumer.close();
    merges.close();
    relay.close();
    guard.close();
  }

  /** How the consumer is doing. */
  public ConsumerStatus consumerStatus() {
    return consumer.status();
  }

  /** Records not yet staged, over all partitions of this replica. */
  public long lag() {
    return consumer.lag().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records that the topics have lost at their start, in the partitions of this replica. */
  public long deleted() {
    return consumer.deleted().values().stream().mapToLong(Long::longValue).sum();
  }
}
