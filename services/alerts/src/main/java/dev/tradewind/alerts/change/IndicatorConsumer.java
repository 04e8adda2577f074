package dev.tradewind.alerts.change;

import dev.tradewind.alerts.notification.ChannelRegistration;
import dev.tradewind.alerts.notification.Courier;
import dev.tradewind.contracts.Topics;
import dev.tradewind.platform.kafka.AssignedPosition;
import dev.tradewind.platform.kafka.ConsumerStatus;
import dev.tradewind.platform.kafka.PositionedConsumer;
import dev.tradewind.platform.kafka.Positions;
import dev.tradewind.platform.kafka.RequiredTopics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Reads indicator events while the service runs; the courier starts before and ends after it. */
@ApplicationScoped
class IndicatorConsumer {
  private static final Logger LOG = Logger.getLogger(IndicatorConsumer.class);
  private static final List<String> TOPICS = List.of(Topics.INDICATORS);

  private final PositionedConsumer consumer;
  private final RequiredTopics topics;
  private final ChannelRegistration channels;
  private final Courier courier;

  IndicatorConsumer(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      ConsumerConfig config,
      Pool pool,
      IndicatorBatches batches,
      ChannelRegistration channels,
      Courier courier) {
    this.consumer =
        new PositionedConsumer(
            kafka,
            config.group(),
            TOPICS,
            Map.of(),
            new Positions(pool),
            IndicatorConsumer::assigned,
            batches);
    this.topics = new RequiredTopics(kafka, TOPICS);
    this.channels = channels;
    this.courier = courier;
  }

  void start(@Observes StartupEvent event) {
    channels.register();
    courier.start();
    consumer.start();
  }

  void stop(@Observes ShutdownEvent event) {
    consumer.close();
    courier.stop();
    topics.close();
  }

  /** What keeps events from flowing; empty if nothing does. */
  String problem() {
    String missing = topics.problem();
    if (!missing.isEmpty()) {
      return missing;
    }
    ConsumerStatus status = consumer.status();
    return status.healthy() ? "" : status.state() + " " + status.detail();
  }

  /** Records not yet taken. */
  long lag() {
    return consumer.lag().values().stream().mapToLong(Long::longValue).sum();
  }

  private static void assigned(Map<TopicPartition, AssignedPosition> positions) {
    positions.forEach(
        (partition, position) -> {
          if (position.databaseIsBehind()) {
            LOG.warnf(
                "%s: the database is at %d although %s was taken before: it was restored,"
                    + " and what was told since may be told again",
                partition, position.next(), position.committed());
          }
        });
  }
}
